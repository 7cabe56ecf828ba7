#include "cli/batch_stop.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

static atomic_int caught;
static int wake[2] = {-1, -1}; /* a pipe that wakes who waits for input */
static struct sigaction before_pipe;

static void
note(int number)
{
    int before = errno;
    atomic_store(&caught, number);
    ssize_t written = write(wake[1], "", 1);
    (void)written;
    errno = before;
}

/* What is ignored, as by nohup, stays ignored. */
static void
catch_once(int number)
{
    struct sigaction before;
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = note;
    action.sa_flags = (int)SA_RESETHAND;
    if (sigaction(number, NULL, &before) == 0 && before.sa_handler != SIG_IGN) {
        (void)sigaction(number, &action, NULL);
    }
}

void
stop_begin(void)
{
    struct sigaction ignore;
    memset(&ignore, 0, sizeof ignore);
    ignore.sa_handler = SIG_IGN;
    (void)sigaction(SIGPIPE, &ignore, &before_pipe);
    if (pipe(wake) == 0) {
        catch_once(SIGINT);
        catch_once(SIGTERM);
    }
}

bool
stop_is_asked(void)
{
    return atomic_load_explicit(&caught, memory_order_relaxed) != 0;
}

bool
stop_or_readable(int file)
{
    struct pollfd files[] = {{.fd = file, .events = POLLIN}, {.fd = wake[0], .events = POLLIN}};
    while (!stop_is_asked() && poll(files, 2, -1) < 0 && errno == EINTR) {
    }
    return !stop_is_asked();
}

static void
end_by(int number)
{
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = SIG_DFL;
    (void)sigaction(number, &action, NULL);
    (void)raise(number);
}

void
stop_end(bool is_output_closed)
{
    int number = atomic_load(&caught);
    if (number != 0) {
        end_by(number);
    }
    if (is_output_closed && before_pipe.sa_handler != SIG_IGN) {
        end_by(SIGPIPE);
    }
}
