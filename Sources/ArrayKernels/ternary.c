// Three-input loops: selection, fused multiply-add families, interpolation.
#include "types.h"
#include "parts.h"

// Selection copies elements of one size whatever they mean.
TERNARY_LOOP(t_where_u8, CLONES, b8, u8, x ? y : z)
TERNARY_LOOP(t_where_i16, CLONES, b8, i16, x ? y : z)
TERNARY_LOOP(t_where_i32, CLONES, b8, i32, x ? y : z)
TERNARY_LOOP(t_where_i64, CLONES, b8, i64, x ? y : z)
TERNARY_LOOP(t_where_c128, , b8, c128, x ? y : z)

#define T_FAST(t, op, EXPR) TERNARY_LOOP(t_##op##_##t, CLONES, t, t, EXPR)
#define TERNARY_FLOAT(t, _) \
  T_FAST(t, addcmul, __builtin_elementwise_fma((T)p->d[0] * y, z, x)) T_FAST(t, addcdiv, x + (T)p->d[0] * y / z) \
  T_FAST(t, lerp, BETWEEN(x, y, z)) \
  T_FAST(t, clamp_tensor, x != x ? x : y != y ? y : z != z ? z : (x < y ? y : x) > z ? z : (x < y ? y : x))
FLOAT_TYPES(TERNARY_FLOAT, 0)
#define TERNARY_INT(t, _) \
  T_FAST(t, addcmul, (T)((U_##t)x + (U_##t)p->i[0] * (U_##t)y * (U_##t)z)) \
  T_FAST(t, clamp_tensor, (x < y ? y : x) > z ? z : (x < y ? y : x))
INT_TYPES(TERNARY_INT, 0)
#define TERNARY_COMPLEX(t, P) \
  TERNARY_LOOP(t_addcmul_##t, , t, t, x + (T)(p->d[0] + p->d[1] * I) * y * z) \
  TERNARY_LOOP(t_addcdiv_##t, , t, t, x + (T)(p->d[0] + p->d[1] * I) * y / z) \
  TERNARY_LOOP(t_lerp_##t, , t, t, cabs(z) < 0.5 ? x + z * (y - x) : y - (y - x) * ((T)1 - z))
TERNARY_COMPLEX(c64, 0) TERNARY_COMPLEX(c128, 0)
TERNARY_LOOP(t_addcmul_c32, , c32, c32, x + (T)(p->d[0] + p->d[1] * I) * y * z)

#define INTS(op) [WICK_U8] = t_##op##_u8, [WICK_I8] = t_##op##_i8, [WICK_I16] = t_##op##_i16, \
  [WICK_I32] = t_##op##_i32, [WICK_I64] = t_##op##_i64
#define FLOATS(op) [WICK_F16] = t_##op##_f16, [WICK_BF16] = t_##op##_bf16, [WICK_F32] = t_##op##_f32, [WICK_F64] = t_##op##_f64
#define COMPLEXES(op) [WICK_C64] = t_##op##_c64, [WICK_C128] = t_##op##_c128
static const wick_ternary_loop table[WICK_T_COUNT][WICK_DTYPES] = {
  [WICK_T_where] = { [WICK_BOOL] = t_where_u8, [WICK_U8] = t_where_u8, [WICK_I8] = t_where_u8, [WICK_I16] = t_where_i16,
    [WICK_F16] = t_where_i16, [WICK_BF16] = t_where_i16, [WICK_I32] = t_where_i32, [WICK_F32] = t_where_i32,
    [WICK_I64] = t_where_i64, [WICK_F64] = t_where_i64, [WICK_C32] = t_where_i32, [WICK_C64] = t_where_i64, [WICK_C128] = t_where_c128 },
  [WICK_T_addcmul] = { INTS(addcmul), FLOATS(addcmul), COMPLEXES(addcmul), [WICK_C32] = t_addcmul_c32 },
  [WICK_T_addcdiv] = { FLOATS(addcdiv), COMPLEXES(addcdiv) },
  [WICK_T_lerp] = { FLOATS(lerp), COMPLEXES(lerp) },
  [WICK_T_clamp_tensor] = { INTS(clamp_tensor), FLOATS(clamp_tensor) },
};
wick_ternary_loop wick_ternary(int op, int dtype) {
  if (op < 0 || op >= WICK_T_COUNT || dtype < 0 || dtype >= WICK_DTYPES) return NULL;
  return table[op][dtype];
}
