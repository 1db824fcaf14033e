// Blocks of up to 256 bytes for the objects of the interpreter, of which there are many of few sizes.
//
// A page of 16 kB has blocks of one size and a list of those that are free; the page of a block is found by the block's
// address. What is asked for in a row lies in a row, also after many blocks have come back in any order, and a block has
// no header: malloc takes 8 bytes for one, and half of the time of a program that makes texts for joining neighbours.
//
// Only the thread that holds the interpreter lock takes and gives blocks.
#ifndef WICK_SLAB_H
#define WICK_SLAB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { WICK_SLAB_PAGE = 1 << 14, WICK_SLAB_LARGEST = 256, WICK_SLAB_SIZES = WICK_SLAB_LARGEST / 8 + 1 };

/// The head of a page.
struct wick_page {
  void *free;                  ///< The first free block; each one holds the address of the next.
  uint32_t used;               ///< Blocks that are taken.
  uint32_t words;              ///< The size of the blocks, by eight bytes.
  bool full;                   ///< No block was left: the page is in no list. Of a page without taken ones: it holds no memory.
  char *fresh;                 ///< Where blocks begin that were never taken.
  struct wick_page *next;      ///< In the list of pages with free blocks, or of pages without taken ones.
  struct wick_page *previous;
};

/// The pages that blocks are taken from, by size.
extern struct wick_page *wick_pages[WICK_SLAB_SIZES];

/// Takes a block of another page; NULL: there is no memory.
void *wick_slab_refill(size_t words);
/// Looks after a page that was full, or is empty.
void wick_slab_settle(struct wick_page *page);

/// A block of at least `bytes`, which are no more than WICK_SLAB_LARGEST; its content is undefined. NULL: no memory.
static inline void *wick_slab_take(size_t bytes) {
  size_t words = (bytes + 7) / 8;
  struct wick_page *page = wick_pages[words];
  void *block = page->free;
  if (__builtin_expect(block == NULL, 0)) return wick_slab_refill(words);
  page->free = *(void **)block;
  page->used++;
  return block;
}

/// Gives back a block.
static inline void wick_slab_give(void *block) {
  struct wick_page *page = (struct wick_page *)((uintptr_t)block & ~(uintptr_t)(WICK_SLAB_PAGE - 1));
  *(void **)block = page->free;
  page->free = block;
  page->used--;
  if (__builtin_expect(page->used == 0 || page->full, 0)) wick_slab_settle(page);
}

/// Swift's own function: the linker calls it so and lets everybody call `__wrap_…` in its place (Scripts/ld-confined).
extern void __real_swift_deallocClassInstance(void *object, size_t size, size_t mask) __attribute__((weak));

/// Tells whether objects may lie in blocks: Swift gives them back as such.
static inline bool wick_slab_is_known_to_swift(void) { return __real_swift_deallocClassInstance != NULL; }

/// Memory for whoever says its size when it gives it back, as GMP does: blocks, or malloc's when it is much.
void *wick_slab_allocate(size_t bytes);
void *wick_slab_reallocate(void *memory, size_t old_bytes, size_t bytes);
void wick_slab_free(void *memory, size_t bytes);

/// Bytes in blocks that are taken. It looks at every page, and like taking a block it is for the holder of the interpreter lock.
size_t wick_slab_in_use(void);

/// Gives back what is kept for what a program may do next, when it has done all it was asked to.
void wick_slab_rest(void);

/// Asks for the free pages to be given back to the system, from any thread.
void wick_slab_trim(void);

#endif
