// libcrypto is loaded when the first digest is made: most programs make none, and it costs 1 ms and 2 MB of a start.
//
// These functions have the names and types of libcrypto's own, so that callers see its headers alone. They are hidden:
// the library must not find them in place of its own.

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static void *library;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  library = dlopen("libcrypto.so.3", RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) library = dlopen("libcrypto.so", RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) {
    fprintf(stderr, "wick: digests need libcrypto of OpenSSL 3: %s\n", dlerror());
    exit(1);
  }
}

static void *find(const char *name) {
  pthread_once(&once, load);
  void *symbol = dlsym(library, name);
  if (symbol == NULL) {
    fprintf(stderr, "wick: libcrypto lacks %s\n", name);
    exit(1);
  }
  return symbol;
}

// Finding a symbol twice does no harm, so that the pointers need no lock.
#define FUNCTION(type, name, parameters)                                                    \
  static type(*function) parameters;                                                        \
  type(*known) parameters = __atomic_load_n(&function, __ATOMIC_ACQUIRE);                   \
  if (known == NULL) {                                                                      \
    *(void **)&known = find(#name);                                                         \
    __atomic_store_n(&function, known, __ATOMIC_RELEASE);                                   \
  }
#define FORWARD(type, name, parameters, arguments)                                          \
  __attribute__((visibility("hidden"))) type name parameters {                              \
    FUNCTION(type, name, parameters)                                                        \
    return known arguments;                                                                 \
  }
#define FORWARD_VOID(name, parameters, arguments)                                           \
  __attribute__((visibility("hidden"))) void name parameters {                              \
    FUNCTION(void, name, parameters)                                                        \
    known arguments;                                                                        \
  }

FORWARD(int, CRYPTO_memcmp, (const void *a, const void *b, size_t count), (a, b, count))

FORWARD(EVP_MD *, EVP_MD_fetch, (OSSL_LIB_CTX * library, const char *name, const char *properties),
        (library, name, properties))
FORWARD_VOID(EVP_MD_free, (EVP_MD * digest), (digest))
FORWARD(int, EVP_MD_get_size, (const EVP_MD *digest), (digest))
FORWARD(int, EVP_MD_get_block_size, (const EVP_MD *digest), (digest))
FORWARD(EVP_MD_CTX *, EVP_MD_CTX_new, (void), ())
FORWARD_VOID(EVP_MD_CTX_free, (EVP_MD_CTX * context), (context))
FORWARD(int, EVP_MD_CTX_copy_ex, (EVP_MD_CTX * out, const EVP_MD_CTX *in), (out, in))
FORWARD(int, EVP_DigestInit_ex2, (EVP_MD_CTX * context, const EVP_MD *digest, const OSSL_PARAM parameters[]),
        (context, digest, parameters))
FORWARD(int, EVP_DigestUpdate, (EVP_MD_CTX * context, const void *data, size_t count), (context, data, count))
FORWARD(int, EVP_DigestFinal_ex, (EVP_MD_CTX * context, unsigned char *out, unsigned int *size), (context, out, size))
FORWARD(int, EVP_DigestFinalXOF, (EVP_MD_CTX * context, unsigned char *out, size_t size), (context, out, size))

FORWARD(EVP_MAC *, EVP_MAC_fetch, (OSSL_LIB_CTX * library, const char *name, const char *properties),
        (library, name, properties))
FORWARD_VOID(EVP_MAC_free, (EVP_MAC * mac), (mac))
FORWARD(EVP_MAC_CTX *, EVP_MAC_CTX_new, (EVP_MAC * mac), (mac))
FORWARD_VOID(EVP_MAC_CTX_free, (EVP_MAC_CTX * context), (context))
FORWARD(int, EVP_MAC_init,
        (EVP_MAC_CTX * context, const unsigned char *key, size_t count, const OSSL_PARAM parameters[]),
        (context, key, count, parameters))
FORWARD(int, EVP_MAC_update, (EVP_MAC_CTX * context, const unsigned char *data, size_t count), (context, data, count))
FORWARD(int, EVP_MAC_final, (EVP_MAC_CTX * context, unsigned char *out, size_t *size, size_t room),
        (context, out, size, room))

FORWARD(int, PKCS5_PBKDF2_HMAC,
        (const char *password, int password_count, const unsigned char *salt, int salt_count, int rounds,
         const EVP_MD *digest, int key_count, unsigned char *key),
        (password, password_count, salt, salt_count, rounds, digest, key_count, key))
FORWARD(int, EVP_PBE_scrypt,
        (const char *password, size_t password_count, const unsigned char *salt, size_t salt_count, uint64_t n,
         uint64_t r, uint64_t p, uint64_t memory, unsigned char *key, size_t key_count),
        (password, password_count, salt, salt_count, n, r, p, memory, key, key_count))

FORWARD(OSSL_PARAM, OSSL_PARAM_construct_utf8_string, (const char *name, char *text, size_t size), (name, text, size))
FORWARD(OSSL_PARAM, OSSL_PARAM_construct_end, (void), ())
