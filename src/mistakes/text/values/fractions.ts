/** What widths and heights are divided by: columns of a grid, and the ratios of pictures and screens. */
const DIVISORS = [2, 3, 4, 5, 6, 7, 8, 9, 12, 16];

/** Numbers that this one may be, rounded or cut: each with a fraction, as languages write it. */
export function* fractionsAt(whole: number): Generator<string> {
  for (const floor of [whole, whole - 1])
    for (const divisor of DIVISORS)
      for (let part = 1; part < divisor; part++) {
        const number = (floor * divisor + part) / divisor;
        // JavaScript, Python and Java; PHP; what rounds to two digits or to one.
        yield String(number);
        yield String(Number(number.toPrecision(14)));
        yield number.toFixed(2);
        yield number.toFixed(1);
      }
}
