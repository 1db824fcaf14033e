#ifndef WICK_OPENSSL_SHIM_H
#define WICK_OPENSSL_SHIM_H

#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

/// How many ciphers a context offers, and one of them.
int wick_ssl_ciphers(const SSL_CTX *context);
const SSL_CIPHER *wick_ssl_cipher(const SSL_CTX *context, int index);

/// How many certificates and lists a context trusts, and one of them (NULL for a list).
int wick_ssl_trusted(const SSL_CTX *context);
X509 *wick_ssl_trusted_at(const SSL_CTX *context, int index);

/// Lets servers choose a protocol: two bytes of a length, then names with a byte of length each. The bytes must live as
/// long as the context.
void wick_ssl_choose_protocol(SSL_CTX *context, unsigned char *names);

#endif
