// Conversions between dtypes, strided: also the loops that copy and fill.
#include "types.h"

// Floating point to integer as x86 converts: what does not fit becomes the smallest integer of the register that is
// used (32 bits for int32, 64 bits cut down for the others), NaN too.
INLINE int64_t cut64(double x) { return x >= -9223372036854775808.0 && x < 9223372036854775808.0 ? (int64_t)x : INT64_MIN; }
INLINE int32_t cut32(double x) { return x > -2147483649.0 && x < 2147483648.0 ? (int32_t)x : INT32_MIN; }

#define TO_b8(x) ((x) != 0)
#define TO_u8(x) ((uint8_t)cut32((double)(x)))
#define TO_i8(x) ((int8_t)cut32((double)(x)))
#define TO_i16(x) ((int16_t)cut32((double)(x)))
#define TO_i32(x) (cut32((double)(x)))
#define TO_i64(x) (cut64((double)(x)))
#define CAST_INT(t, r) UNARY_LOOP(cast_##t##_##r, CLONES, t, r, (C_##r)x)
#define CAST_BOOL(t) UNARY_LOOP(cast_##t##_b8, CLONES, t, b8, x != 0)
#define FROM_INT(t) CAST_BOOL(t) CAST_INT(t, u8) CAST_INT(t, i8) CAST_INT(t, i16) CAST_INT(t, i32) CAST_INT(t, i64) \
  CAST_INT(t, f16) CAST_INT(t, bf16) CAST_INT(t, f32) CAST_INT(t, f64) CAST_INT(t, c64) CAST_INT(t, c128)
FROM_INT(b8) FROM_INT(u8) FROM_INT(i8) FROM_INT(i16) FROM_INT(i32) FROM_INT(i64)
#define CAST_CUT(t, r) UNARY_LOOP(cast_##t##_##r, CLONES, t, r, TO_##r(x))
#define FROM_FLOAT(t) CAST_BOOL(t) CAST_CUT(t, u8) CAST_CUT(t, i8) CAST_CUT(t, i16) CAST_CUT(t, i32) CAST_CUT(t, i64) \
  CAST_INT(t, f16) CAST_INT(t, bf16) CAST_INT(t, f32) CAST_INT(t, f64) CAST_INT(t, c64) CAST_INT(t, c128)
FROM_FLOAT(f16) FROM_FLOAT(bf16) FROM_FLOAT(f32) FROM_FLOAT(f64)
// Complex to real keeps the real part.
#define CAST_REAL(t, r) UNARY_LOOP(cast_##t##_##r, , t, r, creal(x))
#define CAST_REAL_CUT(t, r) UNARY_LOOP(cast_##t##_##r, , t, r, TO_##r(creal(x)))
#define FROM_COMPLEX(t) UNARY_LOOP(cast_##t##_b8, , t, b8, x != 0) CAST_REAL_CUT(t, u8) CAST_REAL_CUT(t, i8) \
  CAST_REAL_CUT(t, i16) CAST_REAL_CUT(t, i32) CAST_REAL_CUT(t, i64) CAST_REAL(t, f16) CAST_REAL(t, bf16) \
  CAST_REAL(t, f32) CAST_REAL(t, f64) UNARY_LOOP(cast_##t##_c64, , t, c64, x) UNARY_LOOP(cast_##t##_c128, , t, c128, x)
FROM_COMPLEX(c64) FROM_COMPLEX(c128)

// From and to the dtypes that few programs use.
INLINE uint64_t cutu64(double x) { return x >= 9223372036854775808.0 && x < 18446744073709551616.0 ? (uint64_t)x : (uint64_t)cut64(x); }
#define TO_u16(x) ((uint16_t)cut64((double)(x)))
#define TO_u32(x) ((uint32_t)cut64((double)(x)))
#define TO_u64(x) (cutu64((double)(x)))
#define RARE_INT(t, r) UNARY_LOOP(cast_##t##_##r, , t, r, (C_##r)x)
#define RARE_CUT(t, r) UNARY_LOOP(cast_##t##_##r, , t, r, TO_##r(x))
#define RARE_REAL(t, r) UNARY_LOOP(cast_##t##_##r, , t, r, creal(x))
#define RARE_FROM_INT(t) RARE_INT(t, u16) RARE_INT(t, u32) RARE_INT(t, u64) RARE_INT(t, c32)
RARE_FROM_INT(b8) RARE_FROM_INT(u8) RARE_FROM_INT(i8) RARE_FROM_INT(i16) RARE_FROM_INT(i32) RARE_FROM_INT(i64)
#define RARE_FROM_FLOAT(t) RARE_CUT(t, u16) RARE_CUT(t, u32) RARE_CUT(t, u64) RARE_INT(t, c32)
RARE_FROM_FLOAT(f16) RARE_FROM_FLOAT(bf16) RARE_FROM_FLOAT(f32) RARE_FROM_FLOAT(f64)
#define RARE_FROM_COMPLEX(t) CAST_REAL_CUT(t, u16) CAST_REAL_CUT(t, u32) CAST_REAL_CUT(t, u64) UNARY_LOOP(cast_##t##_c32, , t, c32, x)
RARE_FROM_COMPLEX(c64) RARE_FROM_COMPLEX(c128)
#define RARE(t) UNARY_LOOP(cast_##t##_b8, , t, b8, x != 0) RARE_INT(t, u8) RARE_INT(t, i8) RARE_INT(t, i16) RARE_INT(t, i32) \
  RARE_INT(t, i64) RARE_INT(t, f16) RARE_INT(t, bf16) RARE_INT(t, f32) RARE_INT(t, f64) RARE_INT(t, c64) RARE_INT(t, c128) RARE_FROM_INT(t)
RARE(u16) RARE(u32) RARE(u64)
FROM_COMPLEX(c32) RARE_FROM_COMPLEX(c32)

#define ROW(I, t) [I] = { cast_##t##_b8, cast_##t##_u8, cast_##t##_i8, cast_##t##_i16, cast_##t##_i32, cast_##t##_i64, \
  cast_##t##_f16, cast_##t##_bf16, cast_##t##_f32, cast_##t##_f64, cast_##t##_c64, cast_##t##_c128, \
  cast_##t##_u16, cast_##t##_u32, cast_##t##_u64, cast_##t##_c32 },
static const wick_unary_loop table[WICK_DTYPES][WICK_DTYPES] = {
  ROW(WICK_BOOL, b8) ROW(WICK_U8, u8) ROW(WICK_I8, i8) ROW(WICK_I16, i16) ROW(WICK_I32, i32) ROW(WICK_I64, i64)
  ROW(WICK_F16, f16) ROW(WICK_BF16, bf16) ROW(WICK_F32, f32) ROW(WICK_F64, f64) ROW(WICK_C64, c64) ROW(WICK_C128, c128)
  ROW(WICK_U16, u16) ROW(WICK_U32, u32) ROW(WICK_U64, u64) ROW(WICK_C32, c32)
};
wick_unary_loop wick_cast(int from, int to) { return table[from][to]; }
