import type { PlaygroundProps } from "../../session/use-playground";
import type { ComputationName } from "../../signing/computations";
import { replaceUrl } from "../../signing/sign";
import { Button } from "../../ui/button";
import { useSignedWith } from "../answer/use-signed-with";

/** Another hash was chosen than the one that made the signature, whose length decides: the choice alone changes nothing, this does. */
export function OtherHash({ playground, hash }: PlaygroundProps & { readonly hash: ComputationName }) {
  const { session, state, reading } = playground;
  const url = useSignedWith(hash, playground);
  if (url === "") return null;
  return (
    <Button className="mt-2" onClick={() => session.openOffered(replaceUrl(state.pasted, reading, url))}>
      Sign it with {hash}
    </Button>
  );
}
