#include "core/alloc.h"

#include <stdint.h>
#include <string.h>

#include "support/failing.h"
#include "support/suite.h"

static const struct {
    size_t count;
    size_t size;
} impossible[] = {
    {0, 8}, {8, 0}, {0, 0}, {SIZE_MAX, 2}, {2, SIZE_MAX}, {SIZE_MAX / 2 + 1, 2},
};

START_TEST(nothing_and_too_much_give_no_memory)
{
    ck_assert_ptr_null(phb__allocate(NULL, impossible[_i].count, impossible[_i].size));
}
END_TEST

static bool
is_zero(const unsigned char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        if (bytes[i] != 0) {
            return false;
        }
    }
    return true;
}

START_TEST(memory_is_zeroed)
{
    /* The failing context hands out memory full of A5. */
    struct failing failing;
    phb_context *context = failing_context(&failing, 0, FAILING_ONCE);
    unsigned char *bytes = phb__allocate(context, 10, 10);
    ck_assert_ptr_nonnull(bytes);
    ck_assert(is_zero(bytes, 100));
    phb__release(context, bytes, 100);
    failing_close(&failing);
}
END_TEST

START_TEST(without_a_context_it_is_the_c_library)
{
    char *text = phb__allocate(NULL, 1, 6);
    ck_assert_ptr_nonnull(text);
    memcpy(text, "pence", 6);
    text = phb__resize(NULL, text, 6, 6000);
    ck_assert_ptr_nonnull(text);
    ck_assert_str_eq(text, "pence");
    phb__release(NULL, text, 6000);
}
END_TEST

START_TEST(resizing_nothing_allocates)
{
    struct failing failing;
    phb_context *context = failing_context(&failing, 0, FAILING_ONCE);
    void *memory = phb__resize(context, NULL, 0, 10);
    ck_assert_ptr_nonnull(memory);
    phb__release(context, memory, 10);
    phb__release(context, NULL, 10);
    failing_close(&failing);
}
END_TEST

START_TEST(a_refused_resize_keeps_the_old_block)
{
    struct failing failing;
    phb_context *context = failing_context(&failing, 2, FAILING_ONCE);
    char *text = phb__allocate(context, 1, 6);
    memcpy(text, "pence", 6);
    ck_assert_ptr_null(phb__resize(context, text, 6, 12));
    ck_assert_str_eq(text, "pence");
    phb__release(context, text, 6);
    failing_close(&failing);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("alloc");
    add_rows(tcase, nothing_and_too_much_give_no_memory, impossible);
    tcase_add_test(tcase, memory_is_zeroed);
    tcase_add_test(tcase, without_a_context_it_is_the_c_library);
    tcase_add_test(tcase, resizing_nothing_allocates);
    tcase_add_test(tcase, a_refused_resize_keeps_the_old_block);
    return suite_run("alloc", tcase);
}
