package se.utfall.console.page;

import java.util.List;
import se.utfall.exchange.PackageStep;
import se.utfall.exchange.PackageView;

/** One package and its way. */
public record PackagePage(Frame frame, PackageView view, List<PackageStep> steps) {
    public Texts texts() {
        return frame.texts();
    }
}
