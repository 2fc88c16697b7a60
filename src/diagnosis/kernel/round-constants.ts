/**
 * The first 64 bits of the fractional parts of the cube roots of the first 80 primes (FIPS 180-4, 4.2.2 and 4.2.3), in two words
 * each: SHA-512 takes both, SHA-256 the first words of the first 64. Computed, so that no table can hold a wrong digit.
 */
export const ROUND_CONSTANTS = fractions(80);

function fractions(count: number): { readonly high: Int32Array; readonly low: Int32Array } {
  const high = new Int32Array(count);
  const low = new Int32Array(count);
  for (const [at, prime] of primes(count).entries()) {
    const fraction = BigInt.asUintN(64, cubeRoot(BigInt(prime) << 192n));
    high[at] = Number(fraction >> 32n);
    low[at] = Number(fraction & 0xffffffffn);
  }
  return { high, low };
}

function primes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
}

/** The whole part of a cube root, by Newton's method from above. */
function cubeRoot(n: bigint): bigint {
  let root = 1n << 72n;
  for (;;) {
    const next = (2n * root + n / (root * root)) / 3n;
    if (next >= root) return root;
    root = next;
  }
}
