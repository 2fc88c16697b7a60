import type { Mistake } from "../../diagnosis/mistake";

export const mistakes: readonly Mistake[] = [];
