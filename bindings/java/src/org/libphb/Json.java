package org.libphb;

import java.util.List;
import java.util.Map;

/** Writes JSON. What is inside an object or a list is JSON already. */
final class Json {
    private Json() {}

    static String text(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int place = 0; place < text.length(); place++) {
            char each = text.charAt(place);
            if (each == '"' || each == '\\') {
                json.append('\\').append(each);
            } else if (each < ' ') {
                json.append("\\u00").append(Character.forDigit(each >> 4, 16));
                json.append(Character.forDigit(each & 15, 16));
            } else {
                json.append(each);
            }
        }
        return json.append('"').toString();
    }

    static String object(Map<String, String> members) {
        StringBuilder json = new StringBuilder("{");
        members.forEach(
                (name, value) -> {
                    json.append(json.length() == 1 ? "" : ", ");
                    json.append(text(name)).append(": ").append(value);
                });
        return json.append("}").toString();
    }

    static String list(List<String> items) {
        return "[" + String.join(", ", items) + "]";
    }
}
