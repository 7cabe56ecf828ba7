/* Tables: some are given, most are lent. A language adds how it reads columns. */
typedef struct phb_table {} phb_table;

%extend phb_table {
    ~phb_table()
    {
        phb_table_free($self);
    }

    size_t rows(void);
    size_t columns(void);
    const char *column_name(size_t index);
    phb_column_type column_type(size_t index);

    phb_text *rendered(phb_format format)
    {
        phb_text *text = NULL;
        PHB_SWIG_WORK(phb_table_render(NULL, $self, format, &text, &phb_swig_error));
        return text;
    }

    phb_text *json(void)
    {
        phb_text *text = NULL;
        PHB_SWIG_WORK(phb_table_to_json(NULL, $self, &text, &phb_swig_error));
        return text;
    }

#ifdef SWIGPYTHON
    /* A column of numbers as a buffer that keeps `owner` alive; None when there is none. */
    PyObject *column(const char *name, PyObject *owner)
    {
        size_t rows = 0;
        const void *wide = phb_table_int64($self, name, &rows);
        if (wide) {
            return phb_column_new(owner, wide, (Py_ssize_t)rows, PHB_COLUMN_WIDE);
        }
        const void *narrow = phb_table_int32($self, name, &rows);
        if (narrow) {
            return phb_column_new(owner, narrow, (Py_ssize_t)rows, PHB_COLUMN_NARROW);
        }
        Py_RETURN_NONE;
    }

    /* A column of text as a list. */
    PyObject *texts(const char *name)
    {
        return phb_column_texts($self, name);
    }
#endif
#ifdef SWIGJAVA
    /* Columns copied out: null when there is no such column of that type. */
    jlongArray longs(JNIEnv *env, const char *name)
    {
        return phb_jni_longs(env, $self, name);
    }

    jintArray ints(JNIEnv *env, const char *name)
    {
        return phb_jni_ints(env, $self, name);
    }

    /* Texts with a NUL after each. */
    jbyteArray texts(JNIEnv *env, const char *name)
    {
        return phb_jni_texts(env, $self, name);
    }
#endif
}
