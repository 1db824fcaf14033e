// libcrypto is loaded when the first digest is made: most programs make none, and it costs 1 ms and 2 MB of a start.

#include "LibraryShim.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <openssl/x509.h>

wick_library wick_crypto = {"libcrypto.so.3", "libcrypto.so", "digests need libcrypto of OpenSSL 3", NULL};

FORWARD(wick_crypto, int, CRYPTO_memcmp, (const void *a, const void *b, size_t count), (a, b, count))

FORWARD(wick_crypto, EVP_MD *, EVP_MD_fetch, (OSSL_LIB_CTX * library, const char *name, const char *properties),
        (library, name, properties))
FORWARD_VOID(wick_crypto, EVP_MD_free, (EVP_MD * digest), (digest))
FORWARD(wick_crypto, int, EVP_MD_get_size, (const EVP_MD *digest), (digest))
FORWARD(wick_crypto, int, EVP_MD_get_block_size, (const EVP_MD *digest), (digest))
FORWARD(wick_crypto, EVP_MD_CTX *, EVP_MD_CTX_new, (void), ())
FORWARD_VOID(wick_crypto, EVP_MD_CTX_free, (EVP_MD_CTX * context), (context))
FORWARD(wick_crypto, int, EVP_MD_CTX_copy_ex, (EVP_MD_CTX * out, const EVP_MD_CTX *in), (out, in))
FORWARD(wick_crypto, int, EVP_DigestInit_ex2, (EVP_MD_CTX * context, const EVP_MD *digest, const OSSL_PARAM parameters[]),
        (context, digest, parameters))
FORWARD(wick_crypto, int, EVP_DigestUpdate, (EVP_MD_CTX * context, const void *data, size_t count), (context, data, count))
FORWARD(wick_crypto, int, EVP_DigestFinal_ex, (EVP_MD_CTX * context, unsigned char *out, unsigned int *size),
        (context, out, size))
FORWARD(wick_crypto, int, EVP_DigestFinalXOF, (EVP_MD_CTX * context, unsigned char *out, size_t size), (context, out, size))

FORWARD(wick_crypto, EVP_MAC *, EVP_MAC_fetch, (OSSL_LIB_CTX * library, const char *name, const char *properties),
        (library, name, properties))
FORWARD_VOID(wick_crypto, EVP_MAC_free, (EVP_MAC * mac), (mac))
FORWARD(wick_crypto, EVP_MAC_CTX *, EVP_MAC_CTX_new, (EVP_MAC * mac), (mac))
FORWARD_VOID(wick_crypto, EVP_MAC_CTX_free, (EVP_MAC_CTX * context), (context))
FORWARD(wick_crypto, int, EVP_MAC_init,
        (EVP_MAC_CTX * context, const unsigned char *key, size_t count, const OSSL_PARAM parameters[]),
        (context, key, count, parameters))
FORWARD(wick_crypto, int, EVP_MAC_update, (EVP_MAC_CTX * context, const unsigned char *data, size_t count),
        (context, data, count))
FORWARD(wick_crypto, int, EVP_MAC_final, (EVP_MAC_CTX * context, unsigned char *out, size_t *size, size_t room),
        (context, out, size, room))

FORWARD(wick_crypto, int, PKCS5_PBKDF2_HMAC,
        (const char *password, int password_count, const unsigned char *salt, int salt_count, int rounds,
         const EVP_MD *digest, int key_count, unsigned char *key),
        (password, password_count, salt, salt_count, rounds, digest, key_count, key))
FORWARD(wick_crypto, int, EVP_PBE_scrypt,
        (const char *password, size_t password_count, const unsigned char *salt, size_t salt_count, uint64_t n,
         uint64_t r, uint64_t p, uint64_t memory, unsigned char *key, size_t key_count),
        (password, password_count, salt, salt_count, n, r, p, memory, key, key_count))

FORWARD(wick_crypto, OSSL_PARAM, OSSL_PARAM_construct_utf8_string, (const char *name, char *text, size_t size),
        (name, text, size))
FORWARD(wick_crypto, OSSL_PARAM, OSSL_PARAM_construct_end, (void), ())

FORWARD(wick_crypto, EVP_PKEY *, d2i_PUBKEY, (EVP_PKEY * *reused, const unsigned char **der, long count),
        (reused, der, count))
FORWARD_VOID(wick_crypto, EVP_PKEY_free, (EVP_PKEY * key), (key))
FORWARD(wick_crypto, EVP_PKEY_CTX *, EVP_PKEY_CTX_new, (EVP_PKEY * key, ENGINE *engine), (key, engine))
FORWARD_VOID(wick_crypto, EVP_PKEY_CTX_free, (EVP_PKEY_CTX * context), (context))
FORWARD(wick_crypto, int, EVP_PKEY_encrypt_init, (EVP_PKEY_CTX * context), (context))
FORWARD(wick_crypto, int, EVP_PKEY_encrypt,
        (EVP_PKEY_CTX * context, unsigned char *out, size_t *size, const unsigned char *data, size_t count),
        (context, out, size, data, count))

FORWARD(wick_crypto, EVP_CIPHER *, EVP_CIPHER_fetch, (OSSL_LIB_CTX * library, const char *name, const char *properties),
        (library, name, properties))
FORWARD_VOID(wick_crypto, EVP_CIPHER_free, (EVP_CIPHER * cipher), (cipher))
FORWARD(wick_crypto, EVP_CIPHER_CTX *, EVP_CIPHER_CTX_new, (void), ())
FORWARD_VOID(wick_crypto, EVP_CIPHER_CTX_free, (EVP_CIPHER_CTX * context), (context))
FORWARD(wick_crypto, int, EVP_EncryptInit_ex2,
        (EVP_CIPHER_CTX * context, const EVP_CIPHER *cipher, const unsigned char *key, const unsigned char *iv,
         const OSSL_PARAM parameters[]),
        (context, cipher, key, iv, parameters))
FORWARD(wick_crypto, int, EVP_EncryptUpdate,
        (EVP_CIPHER_CTX * context, unsigned char *out, int *size, const unsigned char *data, int count),
        (context, out, size, data, count))
FORWARD(wick_crypto, int, EVP_EncryptFinal_ex, (EVP_CIPHER_CTX * context, unsigned char *out, int *size),
        (context, out, size))
FORWARD(wick_crypto, int, EVP_EncodeBlock, (unsigned char *out, const unsigned char *data, int count), (out, data, count))
FORWARD(wick_crypto, int, EVP_DecodeBlock, (unsigned char *out, const unsigned char *text, int count), (out, text, count))
