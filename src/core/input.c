#include "core/input.h"

#include <string.h>

#include "core/error.h"

phb_status
phb__input_copy(void *copy, size_t size, size_t first_size, const void *given, phb_error *error)
{
    if (!given) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    /* More than it may be read only once its size is known. */
    uint32_t given_size;
    memcpy(&given_size, given, sizeof(given_size));
    if (given_size < first_size || given_size > PHB__INPUT_BYTES_MAX) {
        return phb__fail_because(
            error, PHB_ERROR_STRUCT,
            "size must be that of the struct: initialise it with its INIT macro");
    }

    const unsigned char *bytes = given;
    for (size_t i = size; i < given_size; i++) {
        if (bytes[i] != 0) {
            return phb__fail_because(error, PHB_ERROR_STRUCT,
                                     "a struct uses members that this library is too old to know");
        }
    }

    uint32_t own_size = (uint32_t)size;
    memcpy(copy, given, given_size < size ? given_size : size);
    memcpy(copy, &own_size, sizeof(own_size));
    return PHB_OK;
}

void
phb__input_init(void *object, uint32_t size, const void *defaults, size_t defaults_size)
{
    if (!object || size < sizeof(uint32_t) || size > PHB__INPUT_BYTES_MAX) {
        return;
    }
    memset(object, 0, size);
    memcpy(object, defaults, size < defaults_size ? size : defaults_size);
    memcpy(object, &size, sizeof(size));
}
