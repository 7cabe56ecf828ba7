#include "cli/page.h"

#include <stdio.h>
#include <string.h>

#define WIDTH 96

/* In a terminal: bytes that only continue a letter take no place. */
static int
columns_of(const char *text, size_t size)
{
    int columns = 0;
    for (size_t i = 0; i < size; i++) {
        columns += ((unsigned char)text[i] & 0xC0) != 0x80 ? 1 : 0;
    }
    return columns;
}

void
print_paragraph(const char *label, int indent, const char *text)
{
    int column = printf("%-*s", indent, label);
    for (size_t size = strcspn(text, " "); *text != '\0'; size = strcspn(text, " ")) {
        int columns = columns_of(text, size);
        if (column > indent && column + 1 + columns > WIDTH) {
            column = printf("\n%*s", indent, "") - 1;
        } else if (column > indent) {
            column += printf(" ");
        }
        (void)fwrite(text, 1, size, stdout);
        column += columns;
        text += size + (text[size] == ' ' ? 1 : 0);
    }
    printf("\n");
}
