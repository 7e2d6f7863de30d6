package ai.chronom.m365.scan;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which apps an account used on which platform within 180 days (Graph {@code
 * getM365AppUserDetail}).
 *
 * @param lastActivated null when no desktop app was activated
 * @param lastActive null when it used none in 180 days
 * @param platforms where it used any app
 * @param apps where it used each; an app it did not use is left out
 */
public record AppUse(
    @Nullable LocalDate lastActivated,
    @Nullable LocalDate lastActive,
    Set<Platform> platforms,
    Map<OfficeApp, Set<Platform>> apps) {
  private static final int PLATFORMS = Platform.values().length;

  public AppUse {
    platforms = Set.copyOf(platforms);
    apps = Map.copyOf(apps);
  }

  public boolean used(OfficeApp app, Platform platform) {
    return apps.getOrDefault(app, Set.of()).contains(platform);
  }

  /** A bit per platform, then one per app and platform: few bytes for a million accounts. */
  int bits() {
    int bits = bits(platforms);
    for (OfficeApp app : OfficeApp.values()) {
      bits |= bits(apps.getOrDefault(app, Set.of())) << PLATFORMS * (app.ordinal() + 1);
    }
    return bits;
  }

  static AppUse ofBits(
      @Nullable LocalDate lastActivated, @Nullable LocalDate lastActive, int bits) {
    Map<OfficeApp, Set<Platform>> apps = new EnumMap<>(OfficeApp.class);
    for (OfficeApp app : OfficeApp.values()) {
      Set<Platform> used = platforms(bits >> PLATFORMS * (app.ordinal() + 1));
      if (!used.isEmpty()) {
        apps.put(app, used);
      }
    }
    return new AppUse(lastActivated, lastActive, platforms(bits), apps);
  }

  private static int bits(Set<Platform> platforms) {
    int bits = 0;
    for (Platform platform : platforms) {
      bits |= 1 << platform.ordinal();
    }
    return bits;
  }

  private static Set<Platform> platforms(int bits) {
    Set<Platform> platforms = EnumSet.noneOf(Platform.class);
    for (Platform platform : Platform.values()) {
      if ((bits >> platform.ordinal() & 1) == 1) {
        platforms.add(platform);
      }
    }
    return platforms;
  }
}
