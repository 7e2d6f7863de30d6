package ai.chronom.m365.identity;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an ID token that stood its tests says about a person. */
final class Claims {
  private static final List<String> NAMES = List.of("preferred_username", "email", "name");
  private static final int MOST_GROUPS = 2_000;

  private final String groupsClaim;

  Claims(String groupsClaim) {
    this.groupsClaim = groupsClaim;
  }

  /** The first that is there. */
  Optional<String> name(IDTokenClaimsSet token) {
    return NAMES.stream()
        .map(token::getStringClaim)
        .filter(name -> name != null && !name.isBlank())
        .findFirst();
  }

  /** One text or a list of texts, under the claim's very name or along its path. */
  List<String> groups(IDTokenClaimsSet token) {
    Object value = token.getClaim(groupsClaim);
    Object groups = value == null ? along(token, groupsClaim.split("\\.")) : value;
    Stream<?> all =
        groups instanceof Collection<?> many
            ? many.stream()
            : Stream.ofNullable(groups).filter(String.class::isInstance);
    return all.filter(String.class::isInstance).map(String.class::cast).limit(MOST_GROUPS).toList();
  }

  private static @Nullable Object along(IDTokenClaimsSet token, String[] path) {
    Object here = token.getClaim(path[0]);
    for (int step = 1; step < path.length; step++) {
      here = here instanceof Map<?, ?> inside ? inside.get(path[step]) : null;
    }
    return here;
  }
}
