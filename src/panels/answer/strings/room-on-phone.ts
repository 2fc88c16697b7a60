import type { Explained } from "../../../diagnosis/diagnosis";
import type { Where } from "../../../diagnosis/where/where";

/** What stands above the strings. */
interface Above {
  readonly headlines: readonly string[];
  readonly diagnosis: Explained;
  readonly where: Where;
}

/** Pixels of a phone's first screen that its two lines of inputs, the verdict and the first button leave. */
const ROOM_ON_PHONE = 300;

/** Whether a phone of 360 pixels has room for the strings before what to do: text takes as many lines as its length needs there. */
export function hasRoomOnPhone({ headlines, diagnosis, where }: Above): boolean {
  const { mistakes, client, sender, keyUse, signed } = diagnosis;
  const lines = (text: string | null | undefined, perLine: number) =>
    Math.ceil((text?.length ?? 0) / perLine);
  const told = mistakes.map(({ title, detail, why }, at) => {
    const isGeneral = headlines[at] === title;
    return (
      lines(headlines[at], 26) * 28 +
      (isGeneral ? lines(detail, 38) * 24 : 0) +
      lines(`${why} ${MORE}`, 42) * 20
    );
  });
  const strings =
    where.strings.length > 0
      ? (lines(signed, 32) + lines(diagnosis.shouldBe, 32) + 2) * 24
      : (lines(signed, 32) + 1) * 24;
  const rest = [client, sender].map((sentence) => lines(sentence, 36) * 24);
  return (
    [...told, strings, keyUse ? 48 : 0, ...rest].reduce((sum, height) => sum + height, 0) <= ROOM_ON_PHONE
  );
}

const MORE = "More on this mistake";

const MOST_ON_TABLET = 260;

/** The same of a tablet held upright, where the inputs stand above in full. */
export function hasRoomOnTablet({ diagnosis }: Above): boolean {
  const { mistakes, signed, shouldBe, client } = diagnosis;
  return mistakes.length === 1 && !client && `${signed}${shouldBe}`.length <= MOST_ON_TABLET;
}
