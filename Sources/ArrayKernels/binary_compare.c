// Comparisons and logic: two inputs of one dtype, a bool for each pair.
#include "types.h"
#include "parts.h"

#define B_TEST(t, op, EXPR) B_BOOL(t, op, EXPR)
#define COMPARE(t, _) B_TEST(t, eq, x == y) B_TEST(t, ne, x != y) B_TEST(t, lt, x < y) B_TEST(t, le, x <= y) \
  B_TEST(t, gt, x > y) B_TEST(t, ge, x >= y) B_TEST(t, logical_and, (x != 0) & (y != 0)) \
  B_TEST(t, logical_or, (x != 0) | (y != 0)) B_TEST(t, logical_xor, (x != 0) ^ (y != 0))
INT_TYPES(COMPARE, 0) FLOAT_TYPES(COMPARE, 0) COMPARE(b8, 0)
#define SAME(t, _) B_TEST(t, eq, x == y) B_TEST(t, ne, x != y)
RARE_TYPES(SAME, 0)

#define ALL(op) [WICK_B_##op] = { [WICK_BOOL] = b_##op##_b8, [WICK_U8] = b_##op##_u8, [WICK_I8] = b_##op##_i8, \
  [WICK_I16] = b_##op##_i16, [WICK_I32] = b_##op##_i32, [WICK_I64] = b_##op##_i64, [WICK_F16] = b_##op##_f16, \
  [WICK_BF16] = b_##op##_bf16, [WICK_F32] = b_##op##_f32, [WICK_F64] = b_##op##_f64 RARE },
static const wick_binary_loop table[WICK_B_COUNT][WICK_DTYPES] = {
#define RARE , [WICK_U16] = b_eq_u16, [WICK_U32] = b_eq_u32, [WICK_U64] = b_eq_u64
  ALL(eq)
#undef RARE
#define RARE , [WICK_U16] = b_ne_u16, [WICK_U32] = b_ne_u32, [WICK_U64] = b_ne_u64
  ALL(ne)
#undef RARE
#define RARE
  ALL(lt) ALL(le) ALL(gt) ALL(ge) ALL(logical_and) ALL(logical_or) ALL(logical_xor)
};
wick_binary_loop wick_binary_compare(int op, int dtype) { return table[op][dtype]; }
