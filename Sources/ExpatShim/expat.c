#include "ExpatShim.h"

#include <dlfcn.h>
#include <pthread.h>
#include <string.h>

static wick_expat expat;
static int has_expat = 0;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  // A function's name and the place of its address.
  static const struct {
    const char *name;
    void *place;
  } rows[] = {
      {"XML_ParserCreate_MM", &expat.create},
      {"XML_ExternalEntityParserCreate", &expat.create_external},
      {"XML_ParserFree", &expat.release},
      {"XML_Parse", &expat.parse},
      {"XML_StopParser", &expat.stop},
      {"XML_SetUserData", &expat.set_user},
      {"XML_SetEncoding", &expat.set_encoding},
      {"XML_SetBase", &expat.set_base},
      {"XML_GetBase", &expat.base},
      {"XML_SetParamEntityParsing", &expat.set_param_parsing},
      {"XML_UseForeignDTD", &expat.use_foreign_dtd},
      {"XML_SetReturnNSTriplet", &expat.set_triplets},
      {"XML_GetSpecifiedAttributeCount", &expat.specified_count},
      {"XML_GetErrorCode", &expat.error_code},
      {"XML_GetCurrentLineNumber", &expat.line},
      {"XML_GetCurrentColumnNumber", &expat.column},
      {"XML_GetCurrentByteIndex", &expat.byte_index},
      {"XML_GetInputContext", &expat.input_context},
      {"XML_FreeContentModel", &expat.free_content},
      {"XML_ErrorString", &expat.error_text},
      {"XML_ExpatVersion", &expat.version_text},
      {"XML_ExpatVersionInfo", &expat.version},
      {"XML_GetFeatureList", &expat.features},
      {"XML_SetStartElementHandler", &expat.on_start},
      {"XML_SetEndElementHandler", &expat.on_end},
      {"XML_SetCharacterDataHandler", &expat.on_data},
      {"XML_SetProcessingInstructionHandler", &expat.on_instruction},
      {"XML_SetCommentHandler", &expat.on_comment},
      {"XML_SetStartCdataSectionHandler", &expat.on_start_cdata},
      {"XML_SetEndCdataSectionHandler", &expat.on_end_cdata},
      {"XML_SetDefaultHandler", &expat.on_default},
      {"XML_SetDefaultHandlerExpand", &expat.on_default_expand},
      {"XML_SetStartDoctypeDeclHandler", &expat.on_start_doctype},
      {"XML_SetEndDoctypeDeclHandler", &expat.on_end_doctype},
      {"XML_SetEntityDeclHandler", &expat.on_entity},
      {"XML_SetUnparsedEntityDeclHandler", &expat.on_unparsed},
      {"XML_SetNotationDeclHandler", &expat.on_notation},
      {"XML_SetStartNamespaceDeclHandler", &expat.on_start_namespace},
      {"XML_SetEndNamespaceDeclHandler", &expat.on_end_namespace},
      {"XML_SetElementDeclHandler", &expat.on_element},
      {"XML_SetAttlistDeclHandler", &expat.on_attlist},
      {"XML_SetXmlDeclHandler", &expat.on_declaration},
      {"XML_SetNotStandaloneHandler", &expat.on_standalone},
      {"XML_SetExternalEntityRefHandler", &expat.on_external},
      {"XML_SetExternalEntityRefHandlerArg", &expat.set_external_argument},
      {"XML_SetSkippedEntityHandler", &expat.on_skipped},
      {"XML_SetUnknownEncodingHandler", &expat.on_encoding},
  };
  void *library = dlopen("libexpat.so.1", RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) library = dlopen("libexpat.so", RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) return;
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    void *symbol = dlsym(library, rows[i].name);
    if (symbol == NULL) return;
    memcpy(rows[i].place, &symbol, sizeof symbol);
  }
  has_expat = 1;
}

const wick_expat *wick_expat_load(void) {
  pthread_once(&once, load);
  return has_expat ? &expat : NULL;
}
