// Numbers as text.
#include "ArrayKernels.h"
#include <stdio.h>

int wick_format_double(unsigned char *out, size_t capacity, char kind, int precision, double value) {
  char *text = (char *)out;
  if (kind == 'e') return snprintf(text, capacity, "%.*e", precision, value);
  if (kind == 'f') return snprintf(text, capacity, "%.*f", precision, value);
  return snprintf(text, capacity, "%.*g", precision, value);
}
