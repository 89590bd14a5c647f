/*
 * The digits come by Schubfach (R. Giulietti, "The Schubfach way to render doubles", 2020): scale
 * the value and the two ends of its rounding interval by a power of ten whose upper 128 bits are in
 * a table, so that the interval holds one or a few integers, and take the shortest, then the nearest.
 * The names of the paper are kept: v = c * 2^q is the value, s a candidate, k its decimal exponent.
 */
#include "pyos/py/float.h"

#include <stdint.h>

enum { FRACTION_BITS = 52, EXPONENT_BIAS = 1075, FIRST_POWER = -292 };

struct decimal {
    uint64_t digits;
    int exponent; /* of ten */
};

__extension__ typedef unsigned __int128 u128; /* gcc and clang have it, ISO C does not */

static const struct { uint64_t high, low; } powers[] = {
#include "powers.inc"
};

/* floor(q * log10(2)), or of q * log10(2) + log10(3/4) where the lower neighbour is the nearer one. */
static int floor_log10(int q, bool near_below)
{
    return (q * 1262611 - (near_below ? 524031 : 0)) >> 22;
}

/* floor(k * log2(10)) */
static int floor_log2(int k)
{
    return (k * 1741647) >> 19;
}

/* The integer part of (10^k's upper bits) * c / 2^128, its lowest bit set when anything was cut off. */
static uint64_t scale(int k, uint64_t c)
{
    u128 low = (u128)powers[k - FIRST_POWER].low * c;
    u128 high = (u128)powers[k - FIRST_POWER].high * c + (uint64_t)(low >> 64);

    return (uint64_t)(high >> 64) | ((uint64_t)high > 1);
}

/* The shortest decimal inside the rounding interval of c * 2^q, and of those the nearest to it. */
static struct decimal shortest(uint64_t c, int q, bool near_below)
{
    uint64_t odd = c & 1; /* the interval holds its ends only where c is even */
    int k = floor_log10(q, near_below);
    int shift = q + floor_log2(-k) + 1;
    uint64_t lower = scale(-k, (4 * c - 2 + near_below) << shift) + odd;
    uint64_t value = scale(-k, (4 * c) << shift);
    uint64_t upper = scale(-k, (4 * c + 2) << shift) - odd;
    uint64_t s = value / 4;
    uint64_t middle = 4 * s + 2;
    bool s_fits = lower <= 4 * s;
    bool next_fits = 4 * s + 4 <= upper;

    if (s >= 10) { /* one digit less, when just one such number fits */
        uint64_t tens = s / 10;
        bool tens_fits = lower <= 40 * tens;
        bool more_fits = 40 * tens + 40 <= upper;

        if (tens_fits != more_fits)
            return (struct decimal){tens + more_fits, k + 1};
    }
    if (s_fits != next_fits)
        return (struct decimal){s + next_fits, k};
    return (struct decimal){s + (value > middle || (value == middle && s % 2 == 1)), k};
}

/* fraction and exponent: the two fields of a finite double that is not 0. */
static struct decimal decimal_of(uint64_t fraction, int exponent)
{
    struct decimal decimal;

    if (exponent == 0) {
        decimal = shortest(fraction, 1 - EXPONENT_BIAS, false);
    } else {
        uint64_t c = fraction | UINT64_C(1) << FRACTION_BITS;
        int q = exponent - EXPONENT_BIAS;
        bool integer = q <= 0 && q >= -FRACTION_BITS && (c & ((UINT64_C(1) << -q) - 1)) == 0;

        decimal = integer ? (struct decimal){c >> -q, 0} : shortest(c, q, fraction == 0 && exponent > 1);
    }
    while (decimal.digits % 10 == 0) {
        decimal.digits /= 10;
        decimal.exponent++;
    }
    return decimal;
}

static void zeros(struct pyos_buf *buf, size_t count)
{
    while (count-- > 0)
        pyos_buf_char(buf, '0');
}

/* before: how many of the n digits stand before the decimal point; 0 or less puts zeros between. */
static void put_fixed(struct pyos_buf *buf, const char *digits, size_t n, int before)
{
    size_t whole = before > 0 ? (size_t)before : 0;

    if (whole == 0) {
        pyos_buf_text(buf, "0.");
        zeros(buf, (size_t)-before); /* before <= 0 */
        pyos_buf_add(buf, digits, n);
    } else if (whole >= n) {
        pyos_buf_add(buf, digits, n);
        zeros(buf, whole - n);
        pyos_buf_text(buf, ".0");
    } else {
        pyos_buf_add(buf, digits, whole);
        pyos_buf_char(buf, '.');
        pyos_buf_add(buf, digits + whole, n - whole);
    }
}

static void put_scientific(struct pyos_buf *buf, const char *digits, size_t n, int exponent)
{
    pyos_buf_char(buf, digits[0]);
    if (n > 1) {
        pyos_buf_char(buf, '.');
        pyos_buf_add(buf, digits + 1, n - 1);
    }
    pyos_buf_text(buf, exponent < 0 ? "e-" : "e+");
    pyos_buf_padded(buf, (uint64_t)(exponent < 0 ? -exponent : exponent), 2); /* not negative */
}

static void put_decimal(struct pyos_buf *buf, struct decimal decimal)
{
    char digits[20];
    char *end = digits + sizeof digits;
    char *begin = end;
    size_t n;
    int before;

    for (uint64_t rest = decimal.digits; rest > 0; rest /= 10)
        *--begin = (char)('0' + rest % 10);
    n = (size_t)(end - begin); /* 1 to 17 */
    before = (int)n + decimal.exponent; /* small numbers */
    if (before > -4 && before <= 16)
        put_fixed(buf, begin, n, before);
    else
        put_scientific(buf, begin, n, before - 1);
}

void pyos_float_repr(struct pyos_buf *buf, double value)
{
    uint64_t bits;
    uint64_t fraction;
    int exponent;

    memcpy(&bits, &value, sizeof bits);
    fraction = bits & ((UINT64_C(1) << FRACTION_BITS) - 1);
    exponent = (int)(bits >> FRACTION_BITS & 0x7FF);
    if (exponent == 0x7FF && fraction != 0) {
        pyos_buf_text(buf, "nan");
        return;
    }
    if (bits >> 63)
        pyos_buf_char(buf, '-');
    if (exponent == 0x7FF)
        pyos_buf_text(buf, "inf");
    else if (exponent == 0 && fraction == 0)
        pyos_buf_text(buf, "0.0");
    else
        put_decimal(buf, decimal_of(fraction, exponent));
}
