#include "core/path.h"

#include <string.h>

bool
phb__path_add(char path[PHB__PATH_SIZE], const char *token)
{
    size_t used = strlen(path);
    size_t length = strlen(token);
    if (used + 1 + length >= PHB__PATH_SIZE) {
        return false;
    }
    path[used] = '/';
    memcpy(path + used + 1, token, length + 1);
    return true;
}

bool
phb__path_add_index(char path[PHB__PATH_SIZE], uint32_t index)
{
    char digits[12];
    char *first = digits + sizeof digits - 1;
    *first = '\0';
    do {
        *--first = (char)('0' + index % 10);
        index /= 10;
    } while (index != 0);
    return phb__path_add(path, first);
}
