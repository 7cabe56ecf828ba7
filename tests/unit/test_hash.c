#include "core/hash.h"

#include <stdlib.h>
#include <string.h>

#include "support/suite.h"

/* FIPS 180-4's examples, as its authors print them; that of nothing at all is known everywhere. */
static const struct {
    const char *text;
    const char *hash;
} examples[] = {
    {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
    {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
    {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
     "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
};

START_TEST(a_known_text_has_its_known_hash)
{
    char hash[PHB__HASH_TEXT_SIZE];
    phb__hash_text(examples[_i].text, strlen(examples[_i].text), hash);
    ck_assert_str_eq(hash, examples[_i].hash);
}
END_TEST

START_TEST(a_million_letters_have_theirs)
{
    char hash[PHB__HASH_TEXT_SIZE];
    char *text = malloc(1000000);
    ck_assert_ptr_nonnull(text);
    memset(text, 'a', 1000000);
    phb__hash_text(text, 1000000, hash);
    free(text);
    ck_assert_str_eq(hash, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("hash");
    add_rows(tcase, a_known_text_has_its_known_hash, examples);
    tcase_add_test(tcase, a_million_letters_have_theirs);
    return suite_run("hash", tcase);
}
