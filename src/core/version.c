#include <phb/version.h>

const char *
phb_version(void)
{
    return PHB_VERSION;
}
