package se.utfall.disclosure;

/**
 * The groups of a table: leaf groups hold a category per dimension, groups also a total in place of it. Both are numbered, the last dimension fastest; the total
 * comes after the categories.
 */
final class Grid {
    private final int[] sizes;
    private final int leaves;
    private final int groups;

    Grid(int[] sizes) {
        this.sizes = sizes.clone();
        int l = 1;
        int g = 1;
        for (int size : sizes) {
            l *= size;
            g *= size + 1;
        }
        this.leaves = l;
        this.groups = g;
    }

    int size(int dimension) {
        return sizes[dimension];
    }

    int leaves() {
        return leaves;
    }

    int groups() {
        return groups;
    }

    int leaf(int[] at) {
        int leaf = 0;
        for (int d = 0; d < sizes.length; d++) {
            leaf = leaf * sizes[d] + at[d];
        }
        return leaf;
    }

    int group(int[] at) {
        int group = 0;
        for (int d = 0; d < sizes.length; d++) {
            group = group * (sizes[d] + 1) + at[d];
        }
        return group;
    }

    /** A category's index per dimension, or the dimension's size for its total. */
    int[] ofGroup(int group) {
        int[] at = new int[sizes.length];
        int rest = group;
        for (int d = sizes.length - 1; d >= 0; d--) {
            at[d] = rest % (sizes[d] + 1);
            rest /= sizes[d] + 1;
        }
        return at;
    }

    int[] ofLeaf(int leaf) {
        int[] at = new int[sizes.length];
        int rest = leaf;
        for (int d = sizes.length - 1; d >= 0; d--) {
            at[d] = rest % sizes[d];
            rest /= sizes[d];
        }
        return at;
    }

    boolean total(int dimension, int category) {
        return category == sizes[dimension];
    }

    boolean isLeaf(int[] group) {
        for (int d = 0; d < sizes.length; d++) {
            if (total(d, group[d])) {
                return false;
            }
        }
        return true;
    }

    boolean holds(int[] group, int[] leaf) {
        for (int d = 0; d < sizes.length; d++) {
            if (!total(d, group[d]) && group[d] != leaf[d]) {
                return false;
            }
        }
        return true;
    }
}
