// Room in the program for the library's compiled code.
//
// The library is Python of our own; a start that compiled the modules it imports would spend most of its time on that. So a
// program that has just been linked compiles them all (`wick freeze`) and the linker script writes the result into the room
// that the program keeps for it. Without it everything works too, from the sources.
#ifndef WICK_FROZEN_H
#define WICK_FROZEN_H

#include <stddef.h>
#include <stdint.h>

/// Where the room begins: on a page of its own, so that only what is imported is read from the file.
const uint8_t *wick_frozen_room(void);

/// Bytes of room.
size_t wick_frozen_capacity(void);

/// Where the room lies in the program's file; -1 when that cannot be told.
int64_t wick_frozen_file_offset(void);

#endif
