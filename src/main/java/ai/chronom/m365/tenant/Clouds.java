package ai.chronom.m365.tenant;

import java.util.List;
import java.util.Optional;

/** The clouds this installation knows: Microsoft's four, and those of the configuration. */
public record Clouds(List<Cloud> all) {
  public static final String DEFAULT_ID = "global";

  public Clouds {
    all = List.copyOf(all);
  }

  public Optional<Cloud> find(String id) {
    return all.stream().filter(cloud -> cloud.id().equals(id)).findFirst();
  }
}
