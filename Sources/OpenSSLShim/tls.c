// libssl is loaded when the first connection with TLS is made.

#include "LibraryShim.h"
#include "OpenSSLShim.h"

#include <openssl/bio.h>
#include <openssl/pem.h>
#include <openssl/x509_vfy.h>

extern wick_library wick_crypto;
static wick_library ssl = {"libssl.so.3", "libssl.so", "TLS needs libssl of OpenSSL 3", NULL};

FORWARD(ssl, const SSL_METHOD *, TLS_client_method, (void), ())
FORWARD(ssl, const SSL_METHOD *, TLS_server_method, (void), ())
FORWARD(ssl, SSL_CTX *, SSL_CTX_new, (const SSL_METHOD *method), (method))
FORWARD_VOID(ssl, SSL_CTX_free, (SSL_CTX * context), (context))
FORWARD(ssl, long, SSL_CTX_ctrl, (SSL_CTX * context, int command, long number, void *pointer),
        (context, command, number, pointer))
FORWARD(ssl, uint64_t, SSL_CTX_set_options, (SSL_CTX * context, uint64_t options), (context, options))
FORWARD(ssl, uint64_t, SSL_CTX_clear_options, (SSL_CTX * context, uint64_t options), (context, options))
FORWARD(ssl, uint64_t, SSL_CTX_get_options, (const SSL_CTX *context), (context))
FORWARD_VOID(ssl, SSL_CTX_set_verify, (SSL_CTX * context, int mode, SSL_verify_cb callback), (context, mode, callback))
FORWARD(ssl, int, SSL_CTX_set_cipher_list, (SSL_CTX * context, const char *text), (context, text))
FORWARD(ssl, int, SSL_CTX_set_default_verify_paths, (SSL_CTX * context), (context))
FORWARD(ssl, int, SSL_CTX_load_verify_locations, (SSL_CTX * context, const char *file, const char *folder),
        (context, file, folder))
FORWARD(ssl, int, SSL_CTX_use_certificate_chain_file, (SSL_CTX * context, const char *file), (context, file))
FORWARD(ssl, int, SSL_CTX_use_PrivateKey_file, (SSL_CTX * context, const char *file, int kind), (context, file, kind))
FORWARD(ssl, int, SSL_CTX_check_private_key, (const SSL_CTX *context), (context))
FORWARD_VOID(ssl, SSL_CTX_set_default_passwd_cb_userdata, (SSL_CTX * context, void *data), (context, data))
FORWARD(ssl, int, SSL_CTX_set_alpn_protos, (SSL_CTX * context, const unsigned char *names, unsigned int count),
        (context, names, count))
FORWARD_VOID(ssl, SSL_CTX_set_alpn_select_cb, (SSL_CTX * context, SSL_CTX_alpn_select_cb_func callback, void *data),
             (context, callback, data))
FORWARD(ssl, int, SSL_select_next_proto,
        (unsigned char **out, unsigned char *count, const unsigned char *server, unsigned int server_count,
         const unsigned char *client, unsigned int client_count),
        (out, count, server, server_count, client, client_count))
FORWARD(ssl, X509_STORE *, SSL_CTX_get_cert_store, (const SSL_CTX *context), (context))
FORWARD(ssl, X509_VERIFY_PARAM *, SSL_CTX_get0_param, (SSL_CTX * context), (context))
FORWARD(ssl, int, SSL_CTX_set_session_id_context, (SSL_CTX * context, const unsigned char *name, unsigned int count),
        (context, name, count))

FORWARD(ssl, SSL *, SSL_new, (SSL_CTX * context), (context))
FORWARD_VOID(ssl, SSL_free, (SSL * connection), (connection))
FORWARD_VOID(ssl, SSL_set_bio, (SSL * connection, BIO *in, BIO *out), (connection, in, out))
FORWARD_VOID(ssl, SSL_set_connect_state, (SSL * connection), (connection))
FORWARD_VOID(ssl, SSL_set_accept_state, (SSL * connection), (connection))
FORWARD(ssl, int, SSL_do_handshake, (SSL * connection), (connection))
FORWARD(ssl, int, SSL_read, (SSL * connection, void *data, int count), (connection, data, count))
FORWARD(ssl, int, SSL_write, (SSL * connection, const void *data, int count), (connection, data, count))
FORWARD(ssl, int, SSL_shutdown, (SSL * connection), (connection))
FORWARD(ssl, int, SSL_get_error, (const SSL *connection, int result), (connection, result))
FORWARD(ssl, int, SSL_pending, (const SSL *connection), (connection))
FORWARD(ssl, const char *, SSL_get_version, (const SSL *connection), (connection))
FORWARD(ssl, const SSL_CIPHER *, SSL_get_current_cipher, (const SSL *connection), (connection))
FORWARD(ssl, const char *, SSL_CIPHER_get_name, (const SSL_CIPHER *cipher), (cipher))
FORWARD(ssl, const char *, SSL_CIPHER_get_version, (const SSL_CIPHER *cipher), (cipher))
FORWARD(ssl, int, SSL_CIPHER_get_bits, (const SSL_CIPHER *cipher, int *bits), (cipher, bits))
FORWARD_VOID(ssl, SSL_get0_alpn_selected, (const SSL *connection, const unsigned char **name, unsigned int *count),
             (connection, name, count))
FORWARD(ssl, long, SSL_ctrl, (SSL * connection, int command, long number, void *pointer),
        (connection, command, number, pointer))
FORWARD(ssl, int, SSL_set1_host, (SSL * connection, const char *name), (connection, name))
FORWARD(ssl, X509_VERIFY_PARAM *, SSL_get0_param, (SSL * connection), (connection))
FORWARD(ssl, long, SSL_get_verify_result, (const SSL *connection), (connection))
FORWARD(ssl, X509 *, SSL_get1_peer_certificate, (const SSL *connection), (connection))
FORWARD(ssl, int, SSL_session_reused, (const SSL *connection), (connection))
FORWARD(ssl, size_t, SSL_get_finished, (const SSL *connection, void *data, size_t count), (connection, data, count))
FORWARD(ssl, size_t, SSL_get_peer_finished, (const SSL *connection, void *data, size_t count), (connection, data, count))
FORWARD(ssl, STACK_OF(SSL_CIPHER) *, SSL_CTX_get_ciphers, (const SSL_CTX *context), (context))

FORWARD(wick_crypto, BIO *, BIO_new, (const BIO_METHOD *kind), (kind))
FORWARD(wick_crypto, const BIO_METHOD *, BIO_s_mem, (void), ())
FORWARD(wick_crypto, BIO *, BIO_new_mem_buf, (const void *data, int count), (data, count))
FORWARD(wick_crypto, int, BIO_free, (BIO * bio), (bio))
FORWARD(wick_crypto, int, BIO_read, (BIO * bio, void *data, int count), (bio, data, count))
FORWARD(wick_crypto, int, BIO_write, (BIO * bio, const void *data, int count), (bio, data, count))
FORWARD(wick_crypto, long, BIO_ctrl, (BIO * bio, int command, long number, void *pointer),
        (bio, command, number, pointer))
FORWARD(wick_crypto, unsigned long, ERR_peek_last_error, (void), ())
FORWARD_VOID(wick_crypto, ERR_clear_error, (void), ())
FORWARD(wick_crypto, const char *, ERR_lib_error_string, (unsigned long error), (error))
FORWARD(wick_crypto, const char *, ERR_reason_error_string, (unsigned long error), (error))
FORWARD_VOID(wick_crypto, X509_free, (X509 * certificate), (certificate))
FORWARD(wick_crypto, int, i2d_X509, (const X509 *certificate, unsigned char **out), (certificate, out))
FORWARD(wick_crypto, X509 *, d2i_X509, (X509 * *reused, const unsigned char **in, long count), (reused, in, count))
FORWARD(wick_crypto, X509 *, PEM_read_bio_X509, (BIO * bio, X509 **reused, pem_password_cb *callback, void *data),
        (bio, reused, callback, data))
FORWARD(wick_crypto, int, X509_STORE_add_cert, (X509_STORE * store, X509 *certificate), (store, certificate))
FORWARD(wick_crypto, STACK_OF(X509_OBJECT) *, X509_STORE_get0_objects, (const X509_STORE *store), (store))
FORWARD(wick_crypto, X509 *, X509_OBJECT_get0_X509, (const X509_OBJECT *object), (object))
FORWARD(wick_crypto, int, OPENSSL_sk_num, (const OPENSSL_STACK *stack), (stack))
FORWARD(wick_crypto, void *, OPENSSL_sk_value, (const OPENSSL_STACK *stack, int index), (stack, index))
FORWARD(wick_crypto, const char *, X509_verify_cert_error_string, (long code), (code))
FORWARD(wick_crypto, int, X509_VERIFY_PARAM_set1_ip_asc, (X509_VERIFY_PARAM * parameters, const char *address),
        (parameters, address))
FORWARD(wick_crypto, int, X509_VERIFY_PARAM_set_flags, (X509_VERIFY_PARAM * parameters, unsigned long flags),
        (parameters, flags))
FORWARD(wick_crypto, int, X509_VERIFY_PARAM_clear_flags, (X509_VERIFY_PARAM * parameters, unsigned long flags),
        (parameters, flags))
FORWARD(wick_crypto, unsigned long, X509_VERIFY_PARAM_get_flags, (const X509_VERIFY_PARAM *parameters), (parameters))
FORWARD(wick_crypto, const char *, OpenSSL_version, (int kind), (kind))
FORWARD(wick_crypto, unsigned long, OpenSSL_version_num, (void), ())
FORWARD(wick_crypto, const char *, X509_get_default_cert_file, (void), ())
FORWARD(wick_crypto, const char *, X509_get_default_cert_dir, (void), ())

int wick_ssl_ciphers(const SSL_CTX *context) { return OPENSSL_sk_num((const OPENSSL_STACK *)SSL_CTX_get_ciphers(context)); }

const SSL_CIPHER *wick_ssl_cipher(const SSL_CTX *context, int index) {
  return OPENSSL_sk_value((const OPENSSL_STACK *)SSL_CTX_get_ciphers(context), index);
}

int wick_ssl_trusted(const SSL_CTX *context) {
  return OPENSSL_sk_num((const OPENSSL_STACK *)X509_STORE_get0_objects(SSL_CTX_get_cert_store(context)));
}

X509 *wick_ssl_trusted_at(const SSL_CTX *context, int index) {
  return X509_OBJECT_get0_X509(
      OPENSSL_sk_value((const OPENSSL_STACK *)X509_STORE_get0_objects(SSL_CTX_get_cert_store(context)), index));
}

// The server's choice: its own first name that the client knows too.
static int choose_protocol(SSL *connection, const unsigned char **out, unsigned char *count, const unsigned char *in,
                           unsigned int in_count, void *names) {
  const unsigned char *own = names;
  unsigned int own_count = own[0] << 8 | own[1];
  int found = SSL_select_next_proto((unsigned char **)out, count, own + 2, own_count, in, in_count);
  return found == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_NOACK;
}

void wick_ssl_choose_protocol(SSL_CTX *context, unsigned char *names) {
  SSL_CTX_set_alpn_select_cb(context, choose_protocol, names);
}
