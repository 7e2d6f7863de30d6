package ai.chronom.m365.license;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Compositions of products, and which of them contain which. */
record WorkedPairs(Map<PlanId, String> names, Map<String, Set<PlanId>> products, List<Pair> pairs) {

  /**
   * @param missing plans of the first that the second lacks word for word
   * @param lost names of plans whose loss would be noticed
   */
  record Pair(String first, String second, int missing, List<String> lost) {
    @Override
    public String toString() {
      return first + " in " + second;
    }
  }

  String name(PlanId plan) {
    return names.get(plan);
  }

  static WorkedPairs read() {
    Map<String, PlanId> numbers = new HashMap<>();
    WorkedPairs all = new WorkedPairs(new HashMap<>(), new HashMap<>(), new ArrayList<>());
    try (BufferedReader file =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(WorkedPairs.class.getResourceAsStream("worked-pairs.txt")),
                StandardCharsets.UTF_8))) {
      file.lines().forEach(line -> all.take(line.split(" "), numbers));
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void take(String[] word, Map<String, PlanId> numbers) {
    switch (word[0]) {
      case "plan" -> {
        numbers.put(word[1], PlanId.of(word[2]));
        names.put(PlanId.of(word[2]), word[3]);
      }
      case "product" -> {
        Set<PlanId> plans = new HashSet<>();
        List.of(word).subList(2, word.length).forEach(number -> plans.add(numbers.get(number)));
        products.put(word[1], plans);
      }
      case "pair" ->
          pairs.add(
              new Pair(
                  word[1],
                  word[2],
                  Integer.parseInt(word[3]),
                  word[5].equals("-") ? List.of() : List.of(word[5].split(";"))));
      default -> {
        // A remark.
      }
    }
  }
}
