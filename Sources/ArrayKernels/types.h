// Element types of the loops: how each is stored, in what type it is computed, and the macros that make loops.
#ifndef WICK_TYPES_H
#define WICK_TYPES_H

#include "ArrayKernels.h"
#include <complex.h>
#include <math.h>
#include <string.h>

// torch multiplies, rounds, then adds; fused forms are written out where it fuses.
#pragma STDC FP_CONTRACT OFF
// Loops over library calls cannot be vectorized, and that is no news.
#pragma clang diagnostic ignored "-Wpass-failed"
#pragma clang diagnostic ignored "-Wunused-variable"
#pragma clang diagnostic ignored "-Wunused-function"
#pragma clang diagnostic ignored "-Wbitwise-op-parentheses"
#pragma clang diagnostic ignored "-Wbitwise-conditional-parentheses"
#pragma clang diagnostic ignored "-Wpsabi"
#pragma clang diagnostic ignored "-Wlogical-op-parentheses"

// The choice among clones runs before the thread sanitizer does, which crashes there.
#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define SANITIZES_THREADS 1
#endif
#endif
#if defined(__x86_64__) && defined(__linux__) && !defined(SANITIZES_THREADS)
#define CLONES __attribute__((target_clones("default", "arch=x86-64-v3", "arch=x86-64-v4")))
#else
#define CLONES
#endif
#define INLINE static inline __attribute__((always_inline))
// An in-place loop reads and writes one element at a time, so iterations never depend on each other.
#define VECTORIZE _Pragma("clang loop vectorize(assume_safety)")

// Storage types.
typedef uint8_t S_b8; typedef uint8_t S_u8; typedef int8_t S_i8; typedef int16_t S_i16; typedef int32_t S_i32;
typedef int64_t S_i64; typedef uint16_t S_f16; typedef uint16_t S_bf16; typedef float S_f32; typedef double S_f64;
typedef float _Complex S_c64; typedef double _Complex S_c128;
typedef uint16_t S_u16; typedef uint32_t S_u32; typedef uint64_t S_u64; typedef struct S_c32 { uint16_t re, im; } S_c32;
// Compute types.
typedef uint8_t C_b8; typedef uint8_t C_u8; typedef int8_t C_i8; typedef int16_t C_i16; typedef int32_t C_i32;
typedef int64_t C_i64; typedef float C_f16; typedef float C_bf16; typedef float C_f32; typedef double C_f64;
typedef float _Complex C_c64; typedef double _Complex C_c128;
typedef uint16_t C_u16; typedef uint32_t C_u32; typedef uint64_t C_u64; typedef float _Complex C_c32;
// Unsigned types in which integer arithmetic wraps around without being undefined.
typedef uint32_t U_u8; typedef uint32_t U_i8; typedef uint32_t U_i16; typedef uint32_t U_i32; typedef uint64_t U_i64;
typedef uint32_t U_u16; typedef uint32_t U_u32; typedef uint64_t U_u64;

// What is moved for an element of 16 bytes.
typedef struct bytes16 { uint64_t a, b; } bytes16;

// Rounded once, as torch's compiler fuses products and sums.
#define FUSED(T, a, b, c) __builtin_elementwise_fma((T)(a), (T)(b), (T)(c))

INLINE float bits_f32(uint32_t u) { float f; memcpy(&f, &u, 4); return f; }
INLINE uint32_t f32_bits(float f) { uint32_t u; memcpy(&u, &f, 4); return u; }
INLINE double bits_f64(uint64_t u) { double f; memcpy(&f, &u, 8); return f; }
INLINE uint64_t f64_bits(double f) { uint64_t u; memcpy(&u, &f, 8); return u; }

// bfloat16 is the upper half of a float32, rounded to nearest even.
INLINE float bf16_to_f32(uint16_t h) { return bits_f32((uint32_t)h << 16); }
INLINE uint16_t f32_to_bf16(float f) {
  uint32_t u = f32_bits(f);
  uint32_t rounded = (u + 0x7FFFu + ((u >> 16) & 1u)) >> 16;
  return f != f ? 0x7FC0 : (uint16_t)rounded;
}
// float16: exponent of 5 bits, fraction of 10, subnormals.
INLINE float f16_to_f32(uint16_t h) {
  uint32_t sign = (uint32_t)(h & 0x8000) << 16;
  uint32_t magnitude = (uint32_t)(h & 0x7FFF) << 13;
  float scaled = bits_f32(magnitude) * 0x1p112f;
  uint32_t special = magnitude | 0x7F800000u;
  uint32_t bits = (h & 0x7C00) == 0x7C00 ? special : f32_bits(scaled);
  return bits_f32(bits | sign);
}
INLINE uint16_t f32_to_f16(float f) {
  uint32_t u = f32_bits(f);
  uint32_t sign = (u >> 16) & 0x8000u;
  uint32_t magnitude = u & 0x7FFFFFFFu;
  // Normal results: rebias and round to nearest even in integers.
  uint32_t normal = (magnitude - 0x38000000u + 0xFFFu + ((magnitude >> 13) & 1u)) >> 13;
  // Subnormal results: an addition aligns the fraction and rounds.
  uint32_t tiny = f32_bits(bits_f32(magnitude) + 0.5f) - 0x3F000000u;
  uint32_t result = magnitude < 0x38800000u ? tiny : normal;
  result = magnitude >= 0x477FF000u ? 0x7C00u : result;
  result = magnitude > 0x7F800000u ? 0x7E00u : result;
  return (uint16_t)(sign | result);
}

#define LOADER(t) INLINE C_##t ld_##t(S_##t v) { return v; }
LOADER(b8) LOADER(u8) LOADER(i8) LOADER(i16) LOADER(i32) LOADER(i64) LOADER(f32) LOADER(f64) LOADER(c64) LOADER(c128)
LOADER(u16) LOADER(u32) LOADER(u64)
INLINE C_c32 ld_c32(S_c32 v) { C_c32 z; __real__ z = f16_to_f32(v.re); __imag__ z = f16_to_f32(v.im); return z; }
INLINE C_f16 ld_f16(S_f16 v) { return f16_to_f32(v); }
INLINE C_bf16 ld_bf16(S_bf16 v) { return bf16_to_f32(v); }
#define STORER(t) INLINE S_##t st_##t(C_##t v) { return v; }
STORER(b8) STORER(u8) STORER(i8) STORER(i16) STORER(i32) STORER(i64) STORER(f32) STORER(f64) STORER(c64) STORER(c128)
STORER(u16) STORER(u32) STORER(u64)
INLINE S_c32 st_c32(C_c32 v) { return (S_c32){f32_to_f16(crealf(v)), f32_to_f16(cimagf(v))}; }
INLINE S_f16 st_f16(C_f16 v) { return f32_to_f16(v); }
INLINE S_bf16 st_bf16(C_bf16 v) { return f32_to_bf16(v); }

// A number rounded to the type in which it would be stored, as torch does with intermediate results of 16-bit types.
#define SETTLED(t, v) ld_##t(st_##t((C_##t)(v)))

#define INT_TYPES(X, ...) X(u8, __VA_ARGS__) X(i8, __VA_ARGS__) X(i16, __VA_ARGS__) X(i32, __VA_ARGS__) X(i64, __VA_ARGS__)
// What torch can do little more with than store and compare.
#define RARE_TYPES(X, ...) X(u16, __VA_ARGS__) X(u32, __VA_ARGS__) X(u64, __VA_ARGS__)
#define FLOAT_TYPES(X, ...) X(f16, __VA_ARGS__) X(bf16, __VA_ARGS__) X(f32, __VA_ARGS__) X(f64, __VA_ARGS__)

// Between x and y by the weight w, from the nearer end and fused, as torch rounds.
#define BETWEEN(x, y, w) (__builtin_elementwise_abs(w) < (T)0.5 ? __builtin_elementwise_fma((w), (y) - (x), (x)) \
                                                              : __builtin_elementwise_fma((y) - (x), (w) - (T)1, (y)))

// How a dense loop sees its elements. float16 is converted a block at a time, by the processor's instructions where it has
// them; the other types lie there as they are, in one block of any length.
void wick_widen_halves(float *out, const uint16_t *in, size_t n);
void wick_narrow_halves(uint16_t *out, const float *in, size_t n);
#define HALVES 512
#define BLOCK_f16 HALVES
#define SEEN_f16(name, from, at, m) float name[HALVES]; wick_widen_halves(name, (from) + (at), m);
#define MADE_f16(name, to, at) float name[HALVES];
#define KEPT_f16(name, to, at, m) wick_narrow_halves((to) + (at), name, m);
#define see_f16(v) (v)
#define keep_f16(v) (v)
#define BLOCK_b8 SIZE_MAX
#define SEEN_b8(name, from, at, m) const S_b8 *name = (from) + (at);
#define MADE_b8(name, to, at) S_b8 *name = (to) + (at);
#define KEPT_b8(name, to, at, m)
#define see_b8(v) ld_b8(v)
#define keep_b8(v) st_b8(v)
#define BLOCK_u8 SIZE_MAX
#define SEEN_u8(name, from, at, m) const S_u8 *name = (from) + (at);
#define MADE_u8(name, to, at) S_u8 *name = (to) + (at);
#define KEPT_u8(name, to, at, m)
#define see_u8(v) ld_u8(v)
#define keep_u8(v) st_u8(v)
#define BLOCK_i8 SIZE_MAX
#define SEEN_i8(name, from, at, m) const S_i8 *name = (from) + (at);
#define MADE_i8(name, to, at) S_i8 *name = (to) + (at);
#define KEPT_i8(name, to, at, m)
#define see_i8(v) ld_i8(v)
#define keep_i8(v) st_i8(v)
#define BLOCK_i16 SIZE_MAX
#define SEEN_i16(name, from, at, m) const S_i16 *name = (from) + (at);
#define MADE_i16(name, to, at) S_i16 *name = (to) + (at);
#define KEPT_i16(name, to, at, m)
#define see_i16(v) ld_i16(v)
#define keep_i16(v) st_i16(v)
#define BLOCK_i32 SIZE_MAX
#define SEEN_i32(name, from, at, m) const S_i32 *name = (from) + (at);
#define MADE_i32(name, to, at) S_i32 *name = (to) + (at);
#define KEPT_i32(name, to, at, m)
#define see_i32(v) ld_i32(v)
#define keep_i32(v) st_i32(v)
#define BLOCK_i64 SIZE_MAX
#define SEEN_i64(name, from, at, m) const S_i64 *name = (from) + (at);
#define MADE_i64(name, to, at) S_i64 *name = (to) + (at);
#define KEPT_i64(name, to, at, m)
#define see_i64(v) ld_i64(v)
#define keep_i64(v) st_i64(v)
#define BLOCK_bf16 SIZE_MAX
#define SEEN_bf16(name, from, at, m) const S_bf16 *name = (from) + (at);
#define MADE_bf16(name, to, at) S_bf16 *name = (to) + (at);
#define KEPT_bf16(name, to, at, m)
#define see_bf16(v) ld_bf16(v)
#define keep_bf16(v) st_bf16(v)
#define BLOCK_f32 SIZE_MAX
#define SEEN_f32(name, from, at, m) const S_f32 *name = (from) + (at);
#define MADE_f32(name, to, at) S_f32 *name = (to) + (at);
#define KEPT_f32(name, to, at, m)
#define see_f32(v) ld_f32(v)
#define keep_f32(v) st_f32(v)
#define BLOCK_f64 SIZE_MAX
#define SEEN_f64(name, from, at, m) const S_f64 *name = (from) + (at);
#define MADE_f64(name, to, at) S_f64 *name = (to) + (at);
#define KEPT_f64(name, to, at, m)
#define see_f64(v) ld_f64(v)
#define keep_f64(v) st_f64(v)
#define BLOCK_c64 SIZE_MAX
#define SEEN_c64(name, from, at, m) const S_c64 *name = (from) + (at);
#define MADE_c64(name, to, at) S_c64 *name = (to) + (at);
#define KEPT_c64(name, to, at, m)
#define see_c64(v) ld_c64(v)
#define keep_c64(v) st_c64(v)
#define BLOCK_c128 SIZE_MAX
#define SEEN_c128(name, from, at, m) const S_c128 *name = (from) + (at);
#define MADE_c128(name, to, at) S_c128 *name = (to) + (at);
#define KEPT_c128(name, to, at, m)
#define see_c128(v) ld_c128(v)
#define keep_c128(v) st_c128(v)

#define BLOCK_u16 SIZE_MAX
#define SEEN_u16(name, from, at, m) const S_u16 *name = (from) + (at);
#define MADE_u16(name, to, at) S_u16 *name = (to) + (at);
#define KEPT_u16(name, to, at, m)
#define see_u16(v) ld_u16(v)
#define keep_u16(v) st_u16(v)
#define BLOCK_u32 SIZE_MAX
#define SEEN_u32(name, from, at, m) const S_u32 *name = (from) + (at);
#define MADE_u32(name, to, at) S_u32 *name = (to) + (at);
#define KEPT_u32(name, to, at, m)
#define see_u32(v) ld_u32(v)
#define keep_u32(v) st_u32(v)
#define BLOCK_u64 SIZE_MAX
#define SEEN_u64(name, from, at, m) const S_u64 *name = (from) + (at);
#define MADE_u64(name, to, at) S_u64 *name = (to) + (at);
#define KEPT_u64(name, to, at, m)
#define see_u64(v) ld_u64(v)
#define keep_u64(v) st_u64(v)
#define BLOCK_c32 SIZE_MAX
#define SEEN_c32(name, from, at, m) const S_c32 *name = (from) + (at);
#define MADE_c32(name, to, at) S_c32 *name = (to) + (at);
#define KEPT_c32(name, to, at, m)
#define see_c32(v) ld_c32(v)
#define keep_c32(v) st_c32(v)

// Blocks of n elements: `at` is where one begins, `m` how many it has.
#define BLOCKS(t, r)                                                                                           \
  const size_t step = BLOCK_##t < BLOCK_##r ? BLOCK_##t : BLOCK_##r;                                           \
  for (size_t at = 0, m; at < n && (m = n - at < step ? n - at : step, 1); at += m)

// A loop over one input; EXPR computes from x of type C_t and answers C_r.
#define UNARY_LOOP(NAME, ATTR, t, r, EXPR)                                                                     \
  ATTR static int NAME(char *out, intptr_t os, const char *a, intptr_t as, size_t n, const wick_params *p) {   \
    const wick_params q = p ? *p : (wick_params){{0}, {0}}; p = &q;                                            \
    typedef C_##t T; (void)sizeof(T);                                                                          \
    if (os == (intptr_t)sizeof(S_##r) && as == (intptr_t)sizeof(S_##t)) {                                      \
      S_##r *to = (S_##r *)out; const S_##t *from = (const S_##t *)a;                                          \
      BLOCKS(t, r) {                                                                                           \
        SEEN_##t(s, from, at, m) MADE_##r(o, to, at)                                                           \
        VECTORIZE                                                                                              \
        for (size_t i = 0; i < m; i++) { T x = see_##t(s[i]); o[i] = keep_##r((C_##r)(EXPR)); }                \
        KEPT_##r(o, to, at, m)                                                                                 \
      }                                                                                                        \
    } else {                                                                                                   \
      for (size_t i = 0; i < n; i++, out += os, a += as) {                                                     \
        T x = ld_##t(*(const S_##t *)a); *(S_##r *)out = st_##r((C_##r)(EXPR));                                \
      }                                                                                                        \
    }                                                                                                          \
    return WICK_OK;                                                                                            \
  }

// A loop over two inputs of one type; a repeated operand is loaded once.
#define BINARY_LOOP(NAME, ATTR, t, r, EXPR)                                                                    \
  ATTR static int NAME(char *out, intptr_t os, const char *a, intptr_t as, const char *b, intptr_t bs,         \
                       size_t n, const wick_params *p) {                                                       \
    const wick_params q = p ? *p : (wick_params){{0}, {0}}; p = &q;                                            \
    typedef C_##t T; (void)sizeof(T);                                                                          \
    const intptr_t w = sizeof(S_##t);                                                                          \
    S_##r *to = (S_##r *)out; const S_##t *left = (const S_##t *)a; const S_##t *right = (const S_##t *)b;     \
    if (os == (intptr_t)sizeof(S_##r) && as == w && bs == w) {                                                 \
      BLOCKS(t, r) {                                                                                           \
        SEEN_##t(l, left, at, m) SEEN_##t(k, right, at, m) MADE_##r(o, to, at)                                 \
        VECTORIZE                                                                                              \
        for (size_t i = 0; i < m; i++) { T x = see_##t(l[i]), y = see_##t(k[i]); o[i] = keep_##r((C_##r)(EXPR)); }\
        KEPT_##r(o, to, at, m)                                                                                 \
      }                                                                                                        \
    } else if (os == (intptr_t)sizeof(S_##r) && as == w && bs == 0) {                                          \
      T y = ld_##t(*right);                                                                                    \
      BLOCKS(t, r) {                                                                                           \
        SEEN_##t(l, left, at, m) MADE_##r(o, to, at)                                                           \
        VECTORIZE                                                                                              \
        for (size_t i = 0; i < m; i++) { T x = see_##t(l[i]); o[i] = keep_##r((C_##r)(EXPR)); }                \
        KEPT_##r(o, to, at, m)                                                                                 \
      }                                                                                                        \
    } else if (os == (intptr_t)sizeof(S_##r) && as == 0 && bs == w) {                                          \
      T x = ld_##t(*left);                                                                                     \
      BLOCKS(t, r) {                                                                                           \
        SEEN_##t(k, right, at, m) MADE_##r(o, to, at)                                                          \
        VECTORIZE                                                                                              \
        for (size_t i = 0; i < m; i++) { T y = see_##t(k[i]); o[i] = keep_##r((C_##r)(EXPR)); }                \
        KEPT_##r(o, to, at, m)                                                                                 \
      }                                                                                                        \
    } else {                                                                                                   \
      for (size_t i = 0; i < n; i++, out += os, a += as, b += bs) {                                            \
        T x = ld_##t(*(const S_##t *)a), y = ld_##t(*(const S_##t *)b);                                        \
        *(S_##r *)out = st_##r((C_##r)(EXPR));                                                                 \
      }                                                                                                        \
    }                                                                                                          \
    return WICK_OK;                                                                                            \
  }

// A loop over three inputs; the first may have another storage type (the condition of `where`).
#define TERNARY_LOOP(NAME, ATTR, q, t, EXPR)                                                                   \
  ATTR static int NAME(char *out, intptr_t os, const char *a, intptr_t as, const char *b, intptr_t bs,         \
                       const char *c, intptr_t cs, size_t n, const wick_params *p) {                           \
    const wick_params given = p ? *p : (wick_params){{0}, {0}}; p = &given;                                    \
    typedef C_##t T; (void)sizeof(T);                                                                          \
    const intptr_t w = sizeof(S_##t);                                                                          \
    if (os == w && as == (intptr_t)sizeof(S_##q) && bs == w && cs == w) {                                      \
      S_##t *to = (S_##t *)out; const S_##q *first = (const S_##q *)a;                                         \
      const S_##t *second = (const S_##t *)b; const S_##t *third = (const S_##t *)c;                           \
      BLOCKS(q, t) {                                                                                           \
        SEEN_##q(j, first, at, m) SEEN_##t(k, second, at, m) SEEN_##t(l, third, at, m) MADE_##t(o, to, at)     \
        VECTORIZE                                                                                              \
        for (size_t i = 0; i < m; i++) {                                                                       \
          C_##q x = see_##q(j[i]); T y = see_##t(k[i]), z = see_##t(l[i]);                                     \
          o[i] = keep_##t((T)(EXPR));                                                                          \
        }                                                                                                      \
        KEPT_##t(o, to, at, m)                                                                                 \
      }                                                                                                        \
    } else {                                                                                                   \
      for (size_t i = 0; i < n; i++, out += os, a += as, b += bs, c += cs) {                                   \
        C_##q x = ld_##q(*(const S_##q *)a); T y = ld_##t(*(const S_##t *)b), z = ld_##t(*(const S_##t *)c);   \
        *(S_##t *)out = st_##t((T)(EXPR));                                                                     \
      }                                                                                                        \
    }                                                                                                          \
    return WICK_OK;                                                                                            \
  }

// Shorthands for families: op name, dtype, expression.
#define U_FAST(t, op, EXPR) UNARY_LOOP(u_##op##_##t, CLONES, t, t, EXPR)
#define U_SLOW(t, op, EXPR) UNARY_LOOP(u_##op##_##t, , t, t, EXPR)
#define U_BOOL(t, op, EXPR) UNARY_LOOP(u_##op##_##t, CLONES, t, b8, EXPR)
#define B_FAST(t, op, EXPR) BINARY_LOOP(b_##op##_##t, CLONES, t, t, EXPR)
#define B_SLOW(t, op, EXPR) BINARY_LOOP(b_##op##_##t, , t, t, EXPR)
#define B_BOOL(t, op, EXPR) BINARY_LOOP(b_##op##_##t, CLONES, t, b8, EXPR)

#endif
