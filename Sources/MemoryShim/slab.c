#define _GNU_SOURCE
#include "Slab.h"

#include "MemoryShim.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum {
  CHUNK = 1 << 20,               // Pages are asked from the system by this much,
  HUGE_CHUNK = 2 << 20,          // and by a huge page of the system once there are
  HUGE_AFTER = 8,                // as many chunks.
  HEAD = 64,                     // Where blocks begin in a page.
  BATCH = 2048,                  // Fresh blocks are strung together by as many bytes.
  KEPT = (64 << 20) / WICK_SLAB_PAGE,  // Free pages whose memory is kept.
};

_Static_assert(sizeof(struct wick_page) <= HEAD, "the head of a page has grown");

/// Stands where there is no page yet.
static struct wick_page nowhere;

#define FOUR &nowhere, &nowhere, &nowhere, &nowhere
struct wick_page *wick_pages[WICK_SLAB_SIZES] = {FOUR, FOUR, FOUR, FOUR, FOUR, FOUR, FOUR, FOUR, &nowhere};

/// Pages with free blocks beside the current ones, by size.
static struct wick_page *partial[WICK_SLAB_SIZES];
/// Pages without taken blocks.
static struct wick_page *vacant;
static size_t vacant_count;
static atomic_bool trim_wanted;

// Which megabytes are chunks: bytes in leaves of 2^14, so that any thread may look.
static _Atomic(unsigned char *) leaves[1 << 13];
static atomic_uintptr_t lowest = UINTPTR_MAX, highest;

static bool is_block(const void *object) {
  uintptr_t address = (uintptr_t)object;
  if (address < atomic_load_explicit(&lowest, memory_order_relaxed)) return false;
  if (address >= atomic_load_explicit(&highest, memory_order_relaxed)) return false;
  const unsigned char *leaf = atomic_load_explicit(&leaves[address >> 34 & 0x1FFF], memory_order_acquire);
  return leaf != NULL && leaf[address >> 20 & 0x3FFF] != 0;
}

static bool note_chunk(uintptr_t chunk) {
  _Atomic(unsigned char *) *leaf = &leaves[chunk >> 34 & 0x1FFF];
  unsigned char *bytes = atomic_load_explicit(leaf, memory_order_relaxed);
  if (chunk >> 47 != 0) return false;
  if (bytes == NULL) {
    bytes = calloc(1 << 14, 1);
    if (bytes == NULL) return false;
    atomic_store_explicit(leaf, bytes, memory_order_release);
  }
  bytes[chunk >> 20 & 0x3FFF] = 1;
  if (chunk < lowest) lowest = chunk;
  if (chunk + CHUNK > highest) highest = chunk + CHUNK;
  return true;
}

/// Pages that were never used.
static char *unused, *unused_end;
static size_t chunk_count;

/// Asks for unused pages; false: there is no memory.
static bool grow(void) {
  size_t size = chunk_count < HUGE_AFTER ? CHUNK : HUGE_CHUNK;
  char *memory = mmap(NULL, 2 * size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return false;
  // One of the two that the system gave is whole.
  char *chunk = (char *)(((uintptr_t)memory + size - 1) & ~(uintptr_t)(size - 1));
  if (chunk > memory) munmap(memory, (size_t)(chunk - memory));
  if (chunk < memory + size) munmap(chunk + size, (size_t)(memory + size - chunk));
  for (size_t at = 0; at < size; at += CHUNK) {
    if (!note_chunk((uintptr_t)chunk + at)) {
      munmap(chunk, size);
      return false;
    }
  }
  if (size == HUGE_CHUNK) wick_memory_huge((uintptr_t)chunk, (uintptr_t)chunk + size, true);
  chunk_count++;
  unused = chunk;
  unused_end = chunk + size;
  return true;
}

/// Gives back what a vacant page holds beside its head.
static void clear(struct wick_page *page) {
  if (page->full) return;
  madvise((char *)page + 4096, WICK_SLAB_PAGE - 4096, MADV_DONTNEED);
  page->full = true;  // Nothing more to give back.
}

static void clear_all(void) {
  for (struct wick_page *page = vacant; page != NULL; page = page->next) clear(page);
}

void wick_slab_rest(void) {
  if (vacant_count > KEPT / 4) clear_all();
}

/// Strings the next fresh blocks of a page together; false: there are none.
static bool freshen(struct wick_page *page) {
  size_t size = page->words * 8;
  char *end = (char *)page + WICK_SLAB_PAGE, *block = page->fresh, *stop = block + BATCH;
  if (block + size > end) return false;
  page->free = block;
  for (;;) {
    char *next = block + size;
    page->fresh = next;
    if (next + size > end || next >= stop) break;
    *(void **)block = next;
    block = next;
  }
  *(void **)block = NULL;
  return true;
}

void *wick_slab_refill(size_t words) {
  struct wick_page *page = wick_pages[words];
  if (page == &nowhere || !freshen(page)) {
    if (page != &nowhere) page->full = true;
    page = partial[words];
    if (page != NULL) {
      partial[words] = page->next;
      if (page->next != NULL) page->next->previous = NULL;
    } else {
      if (vacant != NULL) {
        page = vacant;
        vacant = page->next;
        vacant_count--;
      } else if (unused != unused_end || grow()) {
        page = (struct wick_page *)unused;
        unused += WICK_SLAB_PAGE;
      } else {
        wick_pages[words] = &nowhere;
        return NULL;
      }
      page->free = NULL;
      page->used = 0;
      page->words = (uint32_t)words;
      page->full = false;
      page->fresh = (char *)page + HEAD;
      freshen(page);
    }
    page->next = page->previous = NULL;
    wick_pages[words] = page;
  }
  void *block = page->free;
  page->free = *(void **)block;
  page->used++;
  return block;
}

void wick_slab_settle(struct wick_page *page) {
  if (page == wick_pages[page->words]) return;
  struct wick_page **list = &partial[page->words];
  if (page->full) {
    page->full = false;
    if (page->used > 0) {
      page->previous = NULL;
      page->next = *list;
      if (*list != NULL) (*list)->previous = page;
      *list = page;
      return;
    }
  } else {
    if (page->previous != NULL) page->previous->next = page->next;
    else *list = page->next;
    if (page->next != NULL) page->next->previous = page->previous;
  }
  page->full = false;
  page->next = vacant;
  vacant = page;
  if (++vacant_count > KEPT) clear(page);
  if (atomic_load_explicit(&trim_wanted, memory_order_relaxed)) {
    atomic_store_explicit(&trim_wanted, false, memory_order_relaxed);
    clear_all();
  }
}

// GMP ends the process when it gets no memory; what calls it has looked how much there is.
static void *made(void *memory) {
  if (memory == NULL) abort();
  return memory;
}

void *wick_slab_allocate(size_t bytes) {
  return made(bytes <= WICK_SLAB_LARGEST ? wick_slab_take(bytes < 8 ? 8 : bytes) : malloc(bytes));
}

void wick_slab_free(void *memory, size_t bytes) {
  if (bytes <= WICK_SLAB_LARGEST) wick_slab_give(memory);
  else free(memory);
}

void *wick_slab_reallocate(void *memory, size_t old_bytes, size_t bytes) {
  if (old_bytes > WICK_SLAB_LARGEST && bytes > WICK_SLAB_LARGEST) return made(realloc(memory, bytes));
  void *moved = wick_slab_allocate(bytes);
  memcpy(moved, memory, old_bytes < bytes ? old_bytes : bytes);
  wick_slab_free(memory, old_bytes);
  return moved;
}

static size_t in_use_of(uintptr_t chunk) {
  size_t total = 0;
  for (size_t at = 0; at < CHUNK; at += WICK_SLAB_PAGE) {
    // Pages that were never used have no head, and to look at them would give them memory.
    if (chunk + at >= (uintptr_t)unused && chunk + at < (uintptr_t)unused_end) break;
    const struct wick_page *page = (const struct wick_page *)(chunk + at);
    total += (size_t)page->used * page->words * 8;
  }
  return total;
}

size_t wick_slab_in_use(void) {
  size_t total = 0;
  for (uintptr_t chunk = lowest; chunk < highest; chunk += CHUNK) {
    if (is_block((const void *)chunk)) total += in_use_of(chunk);
  }
  return total;
}

void wick_slab_trim(void) { atomic_store_explicit(&trim_wanted, true, memory_order_relaxed); }

void __wrap_swift_deallocClassInstance(void *object, size_t size, size_t mask);

/// What an object's deinitializer ends with: gives its memory back.
void __wrap_swift_deallocClassInstance(void *object, size_t size, size_t mask) {
  if (!is_block(object)) {
    __real_swift_deallocClassInstance(object, size, mask);
    return;
  }
  // Of the objects in blocks Swift keeps no weak or unowned references: one reference of that kind is left, the object's own.
  uint64_t counts = ((const uint64_t *)object)[1];
  if ((uint32_t)counts == 3 && counts >> 63 == 0) wick_slab_give(object);
}
