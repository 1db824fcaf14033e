#include <openssl/evp.h>
#include <openssl/params.h>
#include <openssl/crypto.h>
