package org.libphb;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;

/**
 * Documents as patches of good ones, as tests/rules/caselib.py has them: a JSON merge patch, and for
 * lists more than that: {"0": {...}} changes an item, {"0": null} takes it away, {"+": [...]} adds some.
 * {"=": ...} takes the place of all that is there.
 */
final class Patches {
    private Patches() {}

    static JsonElement merged(JsonElement target, JsonElement patch) {
        if (!patch.isJsonObject()) {
            return patch;
        }
        JsonObject changes = patch.getAsJsonObject();
        if (changes.has("=")) {
            return changes.get("=");
        }
        return target != null && target.isJsonArray()
                ? mergedList(target.getAsJsonArray(), changes)
                : mergedObject(target, changes);
    }

    private static JsonArray mergedList(JsonArray target, JsonObject changes) {
        JsonArray items = new JsonArray();
        for (int place = 0; place < target.size(); place++) {
            JsonElement change = changes.get(String.valueOf(place));
            if (change == null) {
                items.add(target.get(place));
            } else if (!change.isJsonNull()) {
                items.add(merged(target.get(place), change));
            }
        }
        if (changes.has("+")) {
            items.addAll(changes.getAsJsonArray("+"));
        }
        return items;
    }

    private static JsonObject mergedObject(JsonElement target, JsonObject changes) {
        JsonObject result =
                target != null && target.isJsonObject()
                        ? target.getAsJsonObject().deepCopy()
                        : new JsonObject();
        for (Map.Entry<String, JsonElement> change : changes.entrySet()) {
            if (change.getValue().isJsonNull()) {
                result.remove(change.getKey());
            } else {
                result.add(change.getKey(), merged(result.get(change.getKey()), change.getValue()));
            }
        }
        return result;
    }
}
