package ai.chronom.m365.scan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The installations of one desktop product by one account (Graph {@code
 * getOffice365ActivationsUserDetail}).
 *
 * @param product as the report names it, such as Microsoft 365 Apps, Visio or Project
 * @param lastActivated null when never; counts may outlive their devices, this date decides
 * @param mobile iOS, Android and Windows 10 Mobile together
 * @param onSharedComputer in shared computer activation, where installations are not counted
 */
public record Activation(
    String product,
    @Nullable LocalDate lastActivated,
    int windows,
    int mac,
    int mobile,
    boolean onSharedComputer) {}
