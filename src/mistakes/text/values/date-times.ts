import { percentDecode } from "../escapes";

/** A date and a time of UTC, as this or that program writes them. */
const DATE_TIME =
  /^((?:19|20)\d\d-\d\d-\d\d)[T +](\d\d:\d\d:\d\d)(?:\.\d{1,9})?(?:Z|[+ ]00:?00| UTC| [+ ]?0000 UTC)?$/;
const DATE = /^((?:19|20)\d\d-\d\d-\d\d)$/;
/** Seconds or milliseconds, of the years 2001 to 2033. */
const SINCE_1970 = /^(1\d{9})(\d{3})?$/;

/** Other texts for the date, or the date and time, of this value; none where it has none. */
export function otherDates(value: string): string[] {
  const text = percentDecode(value);
  const [, day] = DATE.exec(text) ?? [];
  if (day) return [...formatsOfDay(day), ...formats(day, "00:00:00")];
  const [, seconds] = SINCE_1970.exec(text) ?? [];
  const iso = seconds ? new Date(Number(seconds) * 1000).toISOString() : text;
  const [, date, time] = DATE_TIME.exec(iso) ?? [];
  return date && time
    ? [...formats(date, time), ...(seconds ? [] : [date])].filter((one) => one !== text)
    : [];
}

function formatsOfDay(day: string): string[] {
  const [year = "", month = "", date = ""] = day.split("-");
  return ["/", ".", "-"].flatMap((sign) => [
    ...(sign === "-" ? [] : [[year, month, date].join(sign)]),
    [date, month, year].join(sign),
    [month, date, year].join(sign),
    [String(Number(date)), String(Number(month)), year].join(sign),
    [String(Number(month)), String(Number(date)), year].join(sign),
  ]);
}

function formats(date: string, time: string): string[] {
  const [year = "", month = "", day = ""] = date.split("-");
  const since = Date.parse(`${date}T${time}Z`);
  return [
    `${date}T${time}Z`,
    `${date}T${time}.000Z`,
    `${date}T${time}+00:00`,
    `${date}T${time}.000+00:00`,
    `${date}T${time}.0000000Z`,
    `${date}T${time}.000000Z`,
    `${day}.${month}.${year} ${time}`,
    `${day}/${month}/${year} ${time}`,
    `${month}/${day}/${year} ${time}`,
    `${date}T${time}+0000`,
    `${date}T${time}`,
    `${date} ${time}`,
    `${date} ${time}+00:00`,
    `${date} ${time} UTC`,
    `${date} ${time} +0000 UTC`,
    ...(Number.isNaN(since) ? [] : [String(since / 1000), String(since)]),
  ];
}
