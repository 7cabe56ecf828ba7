#include "core/hash.h"

#include <sha2.h>
#include <stdint.h>

void
phb__hash_text(const char *text, size_t size, char out_text[PHB__HASH_TEXT_SIZE])
{
    static const char hexadecimal[] = "0123456789abcdef";
    uint8_t digest[SHA256_DIGEST_LENGTH];
    SHA2_CTX state;
    SHA256Init(&state);
    SHA256Update(&state, (const uint8_t *)text, size);
    SHA256Final(digest, &state);
    for (size_t i = 0; i < sizeof digest; i++) {
        out_text[2 * i] = hexadecimal[digest[i] >> 4];
        out_text[2 * i + 1] = hexadecimal[digest[i] & 0xF];
    }
    out_text[PHB__HASH_TEXT_SIZE - 1] = '\0';
}
