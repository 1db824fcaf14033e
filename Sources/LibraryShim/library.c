#include "LibraryShim.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

void *wick_library_find(wick_library *library, const char *function) {
  // Two threads may both load it: the second time only counts.
  void *handle = __atomic_load_n(&library->handle, __ATOMIC_ACQUIRE);
  if (handle == NULL) {
    handle = dlopen(library->name, RTLD_NOW | RTLD_LOCAL);
    if (handle == NULL) handle = dlopen(library->plain_name, RTLD_NOW | RTLD_LOCAL);
    if (handle == NULL) {
      fprintf(stderr, "wick: %s: %s\n", library->need, dlerror());
      exit(1);
    }
    __atomic_store_n(&library->handle, handle, __ATOMIC_RELEASE);
  }
  void *symbol = dlsym(handle, function);
  if (symbol == NULL) {
    fprintf(stderr, "wick: %s lacks %s\n", library->name, function);
    exit(1);
  }
  return symbol;
}
