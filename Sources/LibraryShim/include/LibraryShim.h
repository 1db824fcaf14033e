// Functions of shared libraries that are loaded when the first of them is called: what a program does not need costs
// its start nothing.
//
// FORWARD defines a function with the name and type of the library's own, so that callers see the library's header
// alone. It is hidden: the library must not find it in place of its own.
#ifndef WICK_LIBRARY_SHIM_H
#define WICK_LIBRARY_SHIM_H

#include <stddef.h>

/// A library by the name of its installed version and the one that `-dev` packages give it.
typedef struct wick_library {
  const char *name, *plain_name;
  /// What needs it, for the message: "a kernel needs libzmq".
  const char *need;
  void *handle;
} wick_library;

/// A function of the library; ends the program with one line when the library or the function is missing.
void *wick_library_find(wick_library *library, const char *function);

// Finding a function twice does no harm, so that the pointers need no lock.
#define WICK_FIND(library, type, name, parameters)                                        \
  static type(*function) parameters;                                                      \
  type(*known) parameters = __atomic_load_n(&function, __ATOMIC_ACQUIRE);                 \
  if (known == NULL) {                                                                    \
    *(void **)&known = wick_library_find(&library, #name);                                \
    __atomic_store_n(&function, known, __ATOMIC_RELEASE);                                 \
  }
#define FORWARD(library, type, name, parameters, arguments)                               \
  __attribute__((visibility("hidden"))) type name parameters {                            \
    WICK_FIND(library, type, name, parameters)                                            \
    return known arguments;                                                               \
  }
#define FORWARD_VOID(library, name, parameters, arguments)                                \
  __attribute__((visibility("hidden"))) void name parameters {                            \
    WICK_FIND(library, void, name, parameters)                                            \
    known arguments;                                                                      \
  }

#endif
