/* A library of another version: it must be refused before anything else is asked of it. */
#include <jni.h>

JNIEXPORT jbyteArray JNICALL
Java_org_libphb_internal_PhbNative_version(JNIEnv *env, jclass natives)
{
    static const jbyte version[] = {'0', '.', '0', '.', '9'};
    (void)natives;
    jbyteArray bytes = (*env)->NewByteArray(env, sizeof version);
    if (bytes) {
        (*env)->SetByteArrayRegion(env, bytes, 0, sizeof version, version);
    }
    return bytes;
}
