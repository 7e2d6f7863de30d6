package ai.chronom.m365.sandbox.contoso;

import ai.chronom.m365.sandbox.wire.Lines;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The products that Contoso owns, by part number. */
public final class Products {
  private static final Map<String, Product> BY_PART = read();

  private Products() {}

  public static List<Product> all() {
    return List.copyOf(BY_PART.values());
  }

  public static Product of(String partNumber) {
    Product product = BY_PART.get(partNumber);
    if (product == null) {
      throw new IllegalArgumentException("Contoso does not own " + partNumber);
    }
    return product;
  }

  private static Map<String, Product> read() {
    Map<String, ServicePlan> plans = new LinkedHashMap<>();
    Map<String, Product> products = new LinkedHashMap<>();
    String[] head = {};
    for (String line : Lines.of("products.txt")) {
      String[] word = line.trim().split(" ");
      if (line.startsWith("plan ")) {
        plans.put(word[1], new ServicePlan(word[1], word[2], word[3], word[4]));
      } else if (line.startsWith("product ")) {
        head = line.split(" ", 5);
      } else {
        List<ServicePlan> included = new ArrayList<>();
        List.of(word).forEach(name -> included.add(plans.get(name)));
        products.put(
            head[1], new Product(head[1], head[2], head[3], head[4], List.copyOf(included)));
      }
    }
    return products;
  }
}
