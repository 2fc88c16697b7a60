import fc from "fast-check";

// The same cases at every run, so that a change is blamed only for what it does; FC_SEED=… explores others.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20261121) });
