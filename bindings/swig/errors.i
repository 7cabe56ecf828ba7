/*
 * What goes wrong. The error of a call is kept by its thread until the wrapper has raised it, which
 * is at once: nobody else looks at it. How it is raised, and null refused, is the
 * language's own.
 */
%{
static _Thread_local phb_error phb_swig_error = PHB_ERROR_INIT;

/* The error that the next call may fill. */
static phb_error *
phb_swig_fresh(void)
{
    phb_swig_error.size = (uint32_t)sizeof phb_swig_error;
    phb_swig_error.status = PHB_OK;
    phb_swig_error.position = -1;
    phb_swig_error.path[0] = '\0';
    phb_swig_error.message[0] = '\0';
    return &phb_swig_error;
}

/*
 * Runs a call that looks at nothing of the language's: documents, handles and columns in C. A
 * language with a lock lets go of it meanwhile, and says so in place of this.
 */
#define PHB_SWIG_UNLOCKED(call) call

/* Notes the status of a call that takes as long as a document or a result is long: unlocked. */
#define PHB_SWIG_WORK(call) \
    do { \
        phb_status work_status = PHB_OK; \
        PHB_SWIG_UNLOCKED(work_status = (call)); \
        phb_swig_note(work_status); \
    } while (0)

/* Notes the status of a call. What was said of it stays; a bare status speaks for itself. */
static void
phb_swig_note(phb_status status)
{
    if (status == PHB_OK || phb_swig_error.status == status) {
        return;
    }
    (void)phb_swig_fresh();
    phb_swig_error.status = status;
    strncat(phb_swig_error.message, phb_status_message(status),
            sizeof phb_swig_error.message - 1);
}
%}

/* Null is refused wherever it is not said here that it may stand for a default. */
%typemap(check) const phb_rates *rates "" /* the ones built in */
%typemap(check) const phb_policy *policy "" /* none */
%typemap(check) const phb_plan *superseded "" /* none */
%typemap(check) const char *OPTIONAL "" /* not said */
