#include "core/context.h"

#include <string.h>

#include "support/failing.h"
#include "support/suite.h"

START_TEST(fresh_options_are_all_defaults)
{
    phb_context_options by_macro = PHB_CONTEXT_OPTIONS_INIT;
    phb_context_options by_function;
    memset(&by_function, 0xA5, sizeof(by_function));
    phb_context_options_init(&by_function, sizeof(by_function));
    ck_assert_mem_eq(&by_macro, &by_function, sizeof(by_macro));
    phb_context_options_init(NULL, sizeof(phb_context_options));
}
END_TEST

static void
check_widest(const phb_limits *limits)
{
    ck_assert_uint_eq(limits->json_bytes, 4194304);
    ck_assert_uint_eq(limits->json_values, 262144);
    ck_assert_uint_eq(limits->json_levels, 32);
    ck_assert_uint_eq(limits->text_bytes, 65536);
    ck_assert_uint_eq(limits->lines, 1000);
}

START_TEST(no_context_has_the_widest_limits)
{
    check_widest(phb__limits(NULL));
}
END_TEST

START_TEST(no_options_are_the_defaults)
{
    phb_context *context = NULL;
    ck_assert_int_eq(phb_context_new(NULL, &context, NULL), PHB_OK);
    check_widest(phb__limits(context));
    phb_context_unref(context);
}
END_TEST

/* Each limit: lowered, at its widest, one above. */
static const struct {
    phb_limits limits;
    const char *refusal; /* NULL when it is allowed */
} limit_cases[] = {
    {{.json_bytes = 1}, NULL},
    {{.json_bytes = 4194304}, NULL},
    {{.json_bytes = 4194305}, "json_bytes must be at most 4194304"},
    {{.json_values = 262144}, NULL},
    {{.json_values = 262145}, "json_values must be at most 262144"},
    {{.json_levels = 32}, NULL},
    {{.json_levels = 33}, "json_levels must be at most 32"},
    {{.text_bytes = 65536}, NULL},
    {{.text_bytes = 65537}, "text_bytes must be at most 65536"},
    {{.lines = 1000}, NULL},
    {{.lines = 1001}, "lines must be at most 1000"},
    {{.lines = UINT32_MAX}, "lines must be at most 1000"},
};

START_TEST(limits_are_lowered_never_raised)
{
    phb_context_options options = PHB_CONTEXT_OPTIONS_INIT;
    options.limits = limit_cases[_i].limits;
    phb_error error = PHB_ERROR_INIT;
    phb_context *context = NULL;
    phb_status status = phb_context_new(&options, &context, &error);
    if (limit_cases[_i].refusal) {
        ck_assert_int_eq(status, PHB_ERROR_RANGE);
        ck_assert_ptr_null(context);
        ck_assert_str_eq(error.message, limit_cases[_i].refusal);
    } else {
        ck_assert_int_eq(status, PHB_OK);
        ck_assert_int_eq(error.status, PHB_OK);
    }
    phb_context_unref(context);
}
END_TEST

START_TEST(one_lowered_limit_leaves_the_others)
{
    phb_context_options options = PHB_CONTEXT_OPTIONS_INIT;
    options.limits.lines = 3;
    phb_context *context = NULL;
    ck_assert_int_eq(phb_context_new(&options, &context, NULL), PHB_OK);
    ck_assert_uint_eq(phb__limits(context)->lines, 3);
    ck_assert_uint_eq(phb__limits(context)->text_bytes, 65536);
    phb_context_unref(context);
}
END_TEST

static void *
never_allocate(void *user, size_t size)
{
    (void)user;
    (void)size;
    return NULL;
}

static void *
never_resize(void *user, void *memory, size_t old_size, size_t size)
{
    (void)user;
    (void)memory;
    (void)old_size;
    (void)size;
    return NULL;
}

static void
never_release(void *user, void *memory, size_t size)
{
    (void)user;
    (void)memory;
    (void)size;
}

static const struct {
    phb_allocator allocator;
    phb_status status;
} allocators[] = {
    {{never_allocate, NULL, NULL, NULL}, PHB_ERROR_ARGUMENT},
    {{NULL, never_resize, NULL, NULL}, PHB_ERROR_ARGUMENT},
    {{NULL, NULL, never_release, NULL}, PHB_ERROR_ARGUMENT},
    {{never_allocate, never_resize, NULL, NULL}, PHB_ERROR_ARGUMENT},
    {{never_allocate, NULL, never_release, NULL}, PHB_ERROR_ARGUMENT},
    {{NULL, never_resize, never_release, NULL}, PHB_ERROR_ARGUMENT},
    /* A whole one is used, and this one gives nothing, not even for the context. */
    {{never_allocate, never_resize, never_release, NULL}, PHB_ERROR_MEMORY},
};

START_TEST(an_allocator_is_whole_or_absent)
{
    phb_context_options options = PHB_CONTEXT_OPTIONS_INIT;
    options.allocator = allocators[_i].allocator;
    phb_error error = PHB_ERROR_INIT;
    phb_context *context = NULL;
    ck_assert_int_eq(phb_context_new(&options, &context, &error), allocators[_i].status);
    ck_assert_int_eq(error.status, allocators[_i].status);
    ck_assert_ptr_null(context);
}
END_TEST

START_TEST(a_bad_struct_is_refused)
{
    phb_context_options options = PHB_CONTEXT_OPTIONS_INIT;
    phb_context *context = NULL;

    options.size = 4;
    ck_assert_int_eq(phb_context_new(&options, &context, NULL), PHB_ERROR_STRUCT);
    phb_context_options_init(&options, sizeof(options));
    options.reserved = 1;
    ck_assert_int_eq(phb_context_new(&options, &context, NULL), PHB_ERROR_STRUCT);
    phb_context_options_init(&options, sizeof(options));
    options.limits.reserved = 1;
    ck_assert_int_eq(phb_context_new(&options, &context, NULL), PHB_ERROR_STRUCT);
    ck_assert_ptr_null(context);
}
END_TEST

START_TEST(there_must_be_somewhere_to_put_it)
{
    phb_error error = PHB_ERROR_INIT;
    ck_assert_int_eq(phb_context_new(NULL, NULL, &error), PHB_ERROR_ARGUMENT);
    ck_assert_int_eq(error.status, PHB_ERROR_ARGUMENT);
}
END_TEST

START_TEST(the_last_reference_frees)
{
    struct failing failing;
    phb_context *context = failing_context(&failing, 0, FAILING_ONCE);
    ck_assert_uint_eq(failing.live_blocks, 1);
    ck_assert_ptr_eq(phb_context_ref(context), context);
    ck_assert_ptr_eq(phb__context_keep(context), context);
    phb_context_unref(context);
    phb_context_unref(context);
    ck_assert_uint_eq(failing.live_blocks, 1);
    failing_close(&failing);
}
END_TEST

START_TEST(no_context_stays_none)
{
    ck_assert_ptr_null(phb_context_ref(NULL));
    ck_assert_ptr_null(phb__context_keep(NULL));
    phb_context_unref(NULL);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("context");
    tcase_add_test(tcase, fresh_options_are_all_defaults);
    tcase_add_test(tcase, no_context_has_the_widest_limits);
    tcase_add_test(tcase, no_options_are_the_defaults);
    add_rows(tcase, limits_are_lowered_never_raised, limit_cases);
    tcase_add_test(tcase, one_lowered_limit_leaves_the_others);
    add_rows(tcase, an_allocator_is_whole_or_absent, allocators);
    tcase_add_test(tcase, a_bad_struct_is_refused);
    tcase_add_test(tcase, there_must_be_somewhere_to_put_it);
    tcase_add_test(tcase, the_last_reference_frees);
    tcase_add_test(tcase, no_context_stays_none);
    return suite_run("context", tcase);
}
