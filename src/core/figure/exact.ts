// Exact numbers: safe integers stay JS numbers, everything else is a fraction. No rounding noise at a threshold.
import { Fraction } from "fraction.js";

/** A safe integer, or a fraction that is not one. Always in this normal form, so integers compare with `===`. */
export type Exact = number | Fraction;

const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER);
const MAX_PLACES = 300;

/**
 * The exact value of a JS number, taken as its shortest decimal text: 0.1 is one tenth.
 * @throws RangeError when it is not finite
 */
export function exactOf(value: number): Exact {
  if (Number.isSafeInteger(value)) return value === 0 ? 0 : value;
  const exact = Number.isFinite(value) ? exactOfText(String(value)) : null;
  if (exact === null) throw new RangeError(`not a finite number: ${value}`);
  return exact;
}

/** The exact value of a decimal text (`12`, `-0.5`, `1e-7`), or null when it is none or its exponent passes ±308. */
export function exactOfText(text: string): Exact | null {
  const match = /^([-+]?)([0-9]*)(?:\.([0-9]*))?(?:[eE]([-+]?[0-9]{1,4}))?$/.exec(text);
  if (match === null) return null;
  const whole = match[2]!;
  const decimals = match[3] ?? "";
  const power = Number(match[4] ?? "0");
  if (whole + decimals === "" || Math.abs(power) > 324) return null;
  const digits = BigInt(match[1]! + whole + decimals);
  const shift = power - decimals.length;
  return shift >= 0 ? normal(digits * 10n ** BigInt(shift), 1n) : normal(digits, 10n ** BigInt(-shift));
}

/** True for both forms of an exact number. */
export function isExact(value: unknown): value is Exact {
  return typeof value === "number" || value instanceof Fraction;
}

/** Normal form of numerator / denominator; the denominator is not zero. */
function normal(numerator: bigint, denominator: bigint): Exact {
  return settle(new Fraction(numerator, denominator));
}

function settle(value: Fraction): Exact {
  return value.d === 1n && value.n <= MAX_SAFE ? Number(value.s * value.n) : value;
}

function fraction(value: Exact): Fraction {
  return typeof value === "number" ? new Fraction(BigInt(value), 1n) : value;
}

export function add(a: Exact, b: Exact): Exact {
  if (typeof a === "number" && typeof b === "number") {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return settle(fraction(a).add(fraction(b)));
}

export function subtract(a: Exact, b: Exact): Exact {
  if (typeof a === "number" && typeof b === "number") {
    const difference = a - b;
    if (Number.isSafeInteger(difference)) return difference;
  }
  return settle(fraction(a).sub(fraction(b)));
}

export function multiply(a: Exact, b: Exact): Exact {
  if (typeof a === "number" && typeof b === "number") {
    const product = a * b;
    if (Number.isSafeInteger(product)) return product === 0 ? 0 : product;
  }
  return settle(fraction(a).mul(fraction(b)));
}

/** a / b, or null when b is zero. */
export function divide(a: Exact, b: Exact): Exact | null {
  if (b === 0) return null;
  if (typeof a === "number" && typeof b === "number") {
    if (a % b === 0) return a === 0 ? 0 : a / b;
    return new Fraction(BigInt(a), BigInt(b));
  }
  return settle(fraction(a).div(fraction(b)));
}

export function negate(a: Exact): Exact {
  return typeof a === "number" ? (a === 0 ? 0 : -a) : settle(a.neg());
}

export function absolute(a: Exact): Exact {
  return typeof a === "number" ? Math.abs(a) : settle(a.abs());
}

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export function compareExact(a: Exact, b: Exact): number {
  if (typeof a === "number" && typeof b === "number") return a < b ? -1 : a > b ? 1 : 0;
  return fraction(a).compare(fraction(b));
}

/** The greatest integer not above a. */
export function floor(a: Exact): Exact {
  return typeof a === "number" ? a : settle(a.floor());
}

/** The greatest integer not above a / b; b is above zero. */
export function floorQuotient(a: Exact, b: Exact): Exact {
  if (typeof a !== "number" || typeof b !== "number") return floor(divide(a, b)!);
  const rest = a % b;
  return (a - (rest < 0 ? rest + b : rest)) / b || 0;
}

/** The least integer not below a. */
export function ceiling(a: Exact): Exact {
  return typeof a === "number" ? a : settle(a.ceil());
}

/** a without its decimals, towards zero. */
export function truncate(a: Exact): Exact {
  return typeof a === "number" ? a : compareExact(a, 0) < 0 ? ceiling(a) : floor(a);
}

/** Rounded to so many decimals (negative: tens, hundreds), halves away from zero, as Excel's ROUND. Places are cut to ±300. */
export function roundExact(a: Exact, places: number): Exact {
  const digits = Math.max(-MAX_PLACES, Math.min(MAX_PLACES, Math.trunc(places)));
  if (typeof a === "number" && digits >= 0) return a;
  const value = fraction(a);
  const up = 10n ** BigInt(Math.max(0, digits));
  const down = 10n ** BigInt(Math.max(0, -digits));
  const scaled = value.n * up;
  const divisor = value.d * down;
  const rounded = (2n * scaled + divisor) / (2n * divisor);
  return normal(value.s * rounded * down, up);
}

/**
 * a to the power b. Exact for whole exponents; for others the nearest JS number.
 * @returns null for 0^0, 0 to a negative power, an even root of a negative number, or beyond 1e308, where Excel gives an error
 */
export function power(a: Exact, b: Exact): Exact | null {
  const base = toNumber(a);
  const exponent = toNumber(b);
  if (a === 0) return exponent > 0 ? 0 : null;
  const rough = Math.pow(base, exponent);
  if (!Number.isFinite(rough) || (rough === 0 && base !== 0)) return null;
  if (typeof b !== "number") return exactOf(rough);
  if (a === 1) return 1;
  if (a === -1) return b % 2 === 0 ? 1 : -1;
  if (Math.abs(b) > 10_000) return exactOf(rough);
  const raised = fraction(a);
  const n = raised.n ** BigInt(Math.abs(b));
  const d = raised.d ** BigInt(Math.abs(b));
  const sign = raised.s < 0n && b % 2 !== 0 ? -1n : 1n;
  return b > 0 ? normal(sign * n, d) : normal(sign * d, n);
}

/** Numerator and denominator in lowest terms, the denominator above zero. */
export function ratioOf(a: Exact): { readonly numerator: Exact; readonly denominator: Exact } {
  if (typeof a === "number") return { numerator: a, denominator: 1 };
  return { numerator: normal(a.s * a.n, 1n), denominator: normal(a.d, 1n) };
}

/** a × factor / b as the nearest JS number; b is not zero. */
export function quotientNumber(a: Exact, factor: number, b: Exact): number {
  const product = multiply(a, factor);
  if (typeof product === "number" && typeof b === "number") return product / b;
  return toNumber(divide(product, b)!);
}

/** The nearest JS number; ±Infinity beyond its range. */
export function toNumber(a: Exact): number {
  if (typeof a === "number") return a;
  const n = Number(a.n);
  const d = Number(a.d);
  if (Number.isFinite(n) && Number.isFinite(d) && n <= Number.MAX_SAFE_INTEGER && d <= Number.MAX_SAFE_INTEGER)
    return Number(a.s) * (n / d);
  return Number(a.s) * longQuotient(a.n, a.d);
}

/** n / d of large integers with about 20 significant digits, then rounded once by the JS number. */
function longQuotient(n: bigint, d: bigint): number {
  const shift = d.toString().length - n.toString().length + 20;
  const scaled = shift >= 0 ? (n * 10n ** BigInt(shift)) / d : n / (d * 10n ** BigInt(-shift));
  return Number(`${scaled}e${-shift}`);
}

/** Decimal text with exactly `places` decimals, halves away from zero, dot as the mark: 2.50. */
export function toDecimalText(a: Exact, places: number): string {
  const rounded = fraction(roundExact(a, places));
  const scaled = (rounded.n * 10n ** BigInt(places)) / rounded.d;
  const digits = scaled.toString().padStart(places + 1, "0");
  const sign = rounded.s < 0n && scaled !== 0n ? "-" : "";
  return sign + digits.slice(0, digits.length - places) + (places > 0 ? `.${digits.slice(-places)}` : "");
}
