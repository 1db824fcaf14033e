// The functions of libexpat that `pyexpat` and `xml.etree` use. The library is loaded when the first parser is made, not
// when the program starts; what is used of its header is declared here, so that neither the build nor the program needs
// `-dev`.
#ifndef WICK_EXPAT_SHIM_H
#define WICK_EXPAT_SHIM_H

#include <stddef.h>

/// `XML_Parser`.
typedef struct XML_ParserStruct *wick_expat_parser;

/// `XML_Content`: a node of the model of an element's content.
typedef struct wick_expat_content {
  int type, quantifier;
  const char *_Nullable name;
  unsigned count;
  struct wick_expat_content *_Nullable children;
} wick_expat_content;

/// `XML_Feature`; the last one has no name.
typedef struct {
  int feature;
  const char *_Nullable name;
  long value;
} wick_expat_feature;

/// `XML_Expat_Version`.
typedef struct {
  int major, minor, micro;
} wick_expat_version;

typedef void *_Nullable wick_expat_user;
typedef const char *_Nullable wick_expat_text;

typedef void (*wick_expat_start)(wick_expat_user, wick_expat_text, const wick_expat_text *_Nullable);
typedef void (*wick_expat_one)(wick_expat_user, wick_expat_text);
typedef void (*wick_expat_two)(wick_expat_user, wick_expat_text, wick_expat_text);
typedef void (*wick_expat_data)(wick_expat_user, wick_expat_text, int);
typedef void (*wick_expat_plain)(wick_expat_user);
typedef void (*wick_expat_doctype)(wick_expat_user, wick_expat_text, wick_expat_text, wick_expat_text, int);
typedef void (*wick_expat_entity)(wick_expat_user, wick_expat_text, int, wick_expat_text, int, wick_expat_text,
                                  wick_expat_text, wick_expat_text, wick_expat_text);
typedef void (*wick_expat_four)(wick_expat_user, wick_expat_text, wick_expat_text, wick_expat_text, wick_expat_text);
typedef void (*wick_expat_unparsed)(wick_expat_user, wick_expat_text, wick_expat_text, wick_expat_text, wick_expat_text,
                                    wick_expat_text);
typedef void (*wick_expat_element)(wick_expat_user, wick_expat_text, wick_expat_content *_Nullable);
typedef void (*wick_expat_attlist)(wick_expat_user, wick_expat_text, wick_expat_text, wick_expat_text, wick_expat_text,
                                   int);
typedef void (*wick_expat_declaration)(wick_expat_user, wick_expat_text, wick_expat_text, int);
typedef int (*wick_expat_standalone)(wick_expat_user);
typedef int (*wick_expat_external)(wick_expat_user, wick_expat_text, wick_expat_text, wick_expat_text,
                                   wick_expat_text);
typedef void (*wick_expat_skipped)(wick_expat_user, wick_expat_text, int);
/// The last argument is an `XML_Encoding`, which begins with a map of 256 numbers.
typedef int (*wick_expat_encoding)(wick_expat_user, wick_expat_text, int *_Nullable);

/// The functions of libexpat; all set or none.
typedef struct {
  wick_expat_parser _Nullable (*_Nonnull create)(wick_expat_text, const void *_Nullable, wick_expat_text);
  wick_expat_parser _Nullable (*_Nonnull create_external)(wick_expat_parser _Nonnull, wick_expat_text, wick_expat_text);
  void (*_Nonnull release)(wick_expat_parser _Nullable);
  int (*_Nonnull parse)(wick_expat_parser _Nonnull, wick_expat_text, int, int);
  int (*_Nonnull stop)(wick_expat_parser _Nonnull, unsigned char);
  void (*_Nonnull set_user)(wick_expat_parser _Nonnull, wick_expat_user);
  int (*_Nonnull set_encoding)(wick_expat_parser _Nonnull, wick_expat_text);
  int (*_Nonnull set_base)(wick_expat_parser _Nonnull, wick_expat_text);
  wick_expat_text (*_Nonnull base)(wick_expat_parser _Nonnull);
  int (*_Nonnull set_param_parsing)(wick_expat_parser _Nonnull, int);
  int (*_Nonnull use_foreign_dtd)(wick_expat_parser _Nonnull, unsigned char);
  void (*_Nonnull set_triplets)(wick_expat_parser _Nonnull, int);
  int (*_Nonnull specified_count)(wick_expat_parser _Nonnull);
  int (*_Nonnull error_code)(wick_expat_parser _Nonnull);
  unsigned long (*_Nonnull line)(wick_expat_parser _Nonnull);
  unsigned long (*_Nonnull column)(wick_expat_parser _Nonnull);
  long (*_Nonnull byte_index)(wick_expat_parser _Nonnull);
  wick_expat_text (*_Nonnull input_context)(wick_expat_parser _Nonnull, int *_Nonnull, int *_Nonnull);
  void (*_Nonnull free_content)(wick_expat_parser _Nonnull, wick_expat_content *_Nullable);
  wick_expat_text (*_Nonnull error_text)(int);
  wick_expat_text (*_Nonnull version_text)(void);
  wick_expat_version (*_Nonnull version)(void);
  const wick_expat_feature *_Nullable (*_Nonnull features)(void);
  void (*_Nonnull on_start)(wick_expat_parser _Nonnull, wick_expat_start _Nullable);
  void (*_Nonnull on_end)(wick_expat_parser _Nonnull, wick_expat_one _Nullable);
  void (*_Nonnull on_data)(wick_expat_parser _Nonnull, wick_expat_data _Nullable);
  void (*_Nonnull on_instruction)(wick_expat_parser _Nonnull, wick_expat_two _Nullable);
  void (*_Nonnull on_comment)(wick_expat_parser _Nonnull, wick_expat_one _Nullable);
  void (*_Nonnull on_start_cdata)(wick_expat_parser _Nonnull, wick_expat_plain _Nullable);
  void (*_Nonnull on_end_cdata)(wick_expat_parser _Nonnull, wick_expat_plain _Nullable);
  void (*_Nonnull on_default)(wick_expat_parser _Nonnull, wick_expat_data _Nullable);
  void (*_Nonnull on_default_expand)(wick_expat_parser _Nonnull, wick_expat_data _Nullable);
  void (*_Nonnull on_start_doctype)(wick_expat_parser _Nonnull, wick_expat_doctype _Nullable);
  void (*_Nonnull on_end_doctype)(wick_expat_parser _Nonnull, wick_expat_plain _Nullable);
  void (*_Nonnull on_entity)(wick_expat_parser _Nonnull, wick_expat_entity _Nullable);
  void (*_Nonnull on_unparsed)(wick_expat_parser _Nonnull, wick_expat_unparsed _Nullable);
  void (*_Nonnull on_notation)(wick_expat_parser _Nonnull, wick_expat_four _Nullable);
  void (*_Nonnull on_start_namespace)(wick_expat_parser _Nonnull, wick_expat_two _Nullable);
  void (*_Nonnull on_end_namespace)(wick_expat_parser _Nonnull, wick_expat_one _Nullable);
  void (*_Nonnull on_element)(wick_expat_parser _Nonnull, wick_expat_element _Nullable);
  void (*_Nonnull on_attlist)(wick_expat_parser _Nonnull, wick_expat_attlist _Nullable);
  void (*_Nonnull on_declaration)(wick_expat_parser _Nonnull, wick_expat_declaration _Nullable);
  void (*_Nonnull on_standalone)(wick_expat_parser _Nonnull, wick_expat_standalone _Nullable);
  void (*_Nonnull on_external)(wick_expat_parser _Nonnull, wick_expat_external _Nullable);
  void (*_Nonnull set_external_argument)(wick_expat_parser _Nonnull, wick_expat_user);
  void (*_Nonnull on_skipped)(wick_expat_parser _Nonnull, wick_expat_skipped _Nullable);
  void (*_Nonnull on_encoding)(wick_expat_parser _Nonnull, wick_expat_encoding _Nullable, wick_expat_user);
} wick_expat;

/// The functions of libexpat; NULL when there is no such library. Thread-safe.
const wick_expat *_Nullable wick_expat_load(void);

#endif
