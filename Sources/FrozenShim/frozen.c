#define _GNU_SOURCE
#include "frozen.h"

#include <link.h>

enum { CAPACITY = 8 << 20 };

// Zeros: no compiler need know that they will change.
__asm__(
    ".section .wick_frozen,\"a\",@progbits\n"
    ".balign 4096\n"
    ".hidden wick_frozen\n"
    ".globl wick_frozen\n"
    "wick_frozen:\n"
    ".zero 8388608\n"
    ".previous\n");
extern const uint8_t wick_frozen[CAPACITY] __attribute__((visibility("hidden")));
_Static_assert(CAPACITY == 8388608, "the room is as large as it says");

const uint8_t *wick_frozen_room(void) { return wick_frozen; }
size_t wick_frozen_capacity(void) { return CAPACITY; }

static int find(struct dl_phdr_info *info, size_t size, void *result) {
  (void)size;
  uintptr_t place = (uintptr_t)wick_frozen;
  for (int k = 0; k < info->dlpi_phnum; k++) {
    const ElfW(Phdr) *part = &info->dlpi_phdr[k];
    uintptr_t start = info->dlpi_addr + part->p_vaddr;
    if (part->p_type == PT_LOAD && place >= start && place - start < part->p_filesz) {
      *(int64_t *)result = (int64_t)(part->p_offset + (place - start));
      return 1;
    }
  }
  return 0;
}

int64_t wick_frozen_file_offset(void) {
  int64_t result = -1;
  dl_iterate_phdr(find, &result);
  return result;
}
