locals {
  node_scopes = ["https://www.googleapis.com/auth/cloud-platform"]

  node_pools = local.makes_standard ? var.node_pools : {}

  # Nodes that are hard to get, so that none is asked for beside the ones that are there.
  is_scarce = {
    for key, pool in local.node_pools : key => pool.gpu != null || pool.tpu || pool.capacity != "on-demand"
  }

  upgrade_strategy = {
    for key, pool in local.node_pools : key => pool.purpose == "user" && !local.is_scarce[key] ? "BLUE_GREEN" : "SURGE"
  }

  # What cannot be changed in a pool that exists: with it the name changes, so that the new pool stands before the old
  # one goes. It is what the provider's ForceNew attributes are made from; a test compares both.
  node_pool_hash = {
    for key, pool in local.node_pools : key => substr(sha256(jsonencode([
      var.node_account.id,
      local.node_scopes,
      pool.capacity,
      pool.capacity == "reservation" ? pool.reservation : null,
      pool.gpu,
      pool.local_ssds,
    ])), 0, 4)
  }
}

# The node pools. KEY is the pool's name in the configuration.
resource "google_container_node_pool" "pool" {
  for_each = local.node_pools

  project        = var.project
  location       = var.location
  cluster        = google_container_cluster.standard[0].name
  name           = "${each.key}-${local.node_pool_hash[each.key]}"
  node_locations = each.value.zones

  # Limits of all zones together. Only TPUs have them per zone, and one zone: with totals the provider refuses flex-start.
  autoscaling {
    min_node_count       = each.value.tpu ? each.value.min : null
    max_node_count       = each.value.tpu ? each.value.max : null
    total_min_node_count = each.value.tpu ? null : each.value.min
    total_max_node_count = each.value.tpu ? null : each.value.max
    # Where nodes are scarce, any zone that has one will do.
    location_policy = local.is_scarce[each.key] ? "ANY" : "BALANCED"
  }

  management {
    # GKE refuses repair of flex-start nodes: a node that is gone had its time.
    auto_repair  = each.value.capacity != "flex-start"
    auto_upgrade = true
  }

  # Flex-start nodes are too short-lived for a strategy; GKE has one of its own for them.
  dynamic "upgrade_settings" {
    for_each = each.value.capacity == "flex-start" ? [] : [local.upgrade_strategy[each.key]]

    content {
      strategy        = upgrade_settings.value
      max_surge       = upgrade_settings.value == "SURGE" ? (local.is_scarce[each.key] ? 0 : 1) : null
      max_unavailable = upgrade_settings.value == "SURGE" ? (local.is_scarce[each.key] ? 1 : 0) : null

      # The only strategy that lets a server go on for longer than an hour.
      dynamic "blue_green_settings" {
        for_each = upgrade_settings.value == "BLUE_GREEN" ? [1] : []

        content {
          node_pool_soak_duration = "0s"

          standard_rollout_policy {
            batch_percentage    = 1
            batch_soak_duration = "0s"
          }
        }
      }
    }
  }

  # A pool that goes empties like one that is upgraded: servers are not killed before their time.
  node_drain_config {
    respect_pdb_during_node_pool_deletion = true
  }

  node_config {
    machine_type    = each.value.machine_type
    disk_type       = each.value.disk.type
    disk_size_gb    = each.value.disk.size_gb
    image_type      = "COS_CONTAINERD"
    service_account = google_service_account.nodes.email
    oauth_scopes    = local.node_scopes
    resource_labels = var.labels

    spot             = each.value.capacity == "spot"
    flex_start       = each.value.capacity == "flex-start" ? true : null
    max_run_duration = each.value.capacity == "flex-start" ? "604800s" : null

    # The first two are ours: by them servers find their nodes, and they outlive a pool that is replaced. The third is that
    # of Zero to JupyterHub.
    labels = merge(
      { "jupyterhub-gke/pool" = each.key, "hub.jupyter.org/node-purpose" = each.value.purpose },
      each.value.open ? { "jupyterhub-gke/open" = "true" } : {},
    )

    dynamic "taint" {
      for_each = each.value.purpose == "user" ? [1] : []

      content {
        key    = "hub.jupyter.org_dedicated"
        value  = "user"
        effect = "NO_SCHEDULE"
      }
    }

    metadata = {
      disable-legacy-endpoints = "true"
    }

    # A node that consumes reservations unasked takes them from whom they are for.
    reservation_affinity {
      consume_reservation_type = each.value.capacity != "reservation" ? "NO_RESERVATION" : each.value.reservation == null ? "ANY_RESERVATION" : "SPECIFIC_RESERVATION"
      key                      = each.value.capacity == "reservation" && each.value.reservation != null ? "compute.googleapis.com/reservation-name" : null
      values                   = each.value.capacity == "reservation" && each.value.reservation != null ? [each.value.reservation] : null
    }

    dynamic "guest_accelerator" {
      for_each = each.value.gpu == null ? [] : [each.value.gpu]

      content {
        type  = guest_accelerator.value.type
        count = guest_accelerator.value.count

        dynamic "gpu_driver_installation_config" {
          for_each = guest_accelerator.value.driver == "none" ? [] : [upper(guest_accelerator.value.driver)]

          content {
            gpu_driver_version = gpu_driver_installation_config.value
          }
        }

        dynamic "gpu_sharing_config" {
          for_each = guest_accelerator.value.sharing == null ? [] : [guest_accelerator.value.sharing]

          content {
            gpu_sharing_strategy       = gpu_sharing_config.value.strategy == "mps" ? "MPS" : "TIME_SHARING"
            max_shared_clients_per_gpu = gpu_sharing_config.value.clients
          }
        }
      }
    }

    # The disks that come with the machine.
    dynamic "ephemeral_storage_local_ssd_config" {
      for_each = each.value.local_ssds > 0 ? [each.value.local_ssds] : []

      content {
        local_ssd_count = ephemeral_storage_local_ssd_config.value
      }
    }

    # GPUs are fed through the faster network card.
    dynamic "gvnic" {
      for_each = each.value.gpu == null ? [] : [1]

      content {
        enabled = true
      }
    }

    # Image streaming: a server starts before its image is here.
    gcfs_config {
      enabled = true
    }

    shielded_instance_config {
      enable_secure_boot          = true
      enable_integrity_monitoring = true
    }

    workload_metadata_config {
      mode = "GKE_METADATA"
    }

    kubelet_config {
      # A kernel that needs too much memory goes alone, and the server stays.
      single_process_oom_kill                = true
      insecure_kubelet_readonly_port_enabled = "FALSE"
    }
  }

  timeouts {
    create = "60m"
    update = "120m"
    delete = "60m"
  }

  lifecycle {
    create_before_destroy = true
    ignore_changes        = [initial_node_count]
  }
}
